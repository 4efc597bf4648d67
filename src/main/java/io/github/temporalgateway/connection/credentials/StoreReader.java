package io.github.temporalgateway.connection.credentials;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;

/**
 * Takes certificates and keys out of a bundle's stores, and says what is wrong with them.
 *
 * @param prefix what the settings of the bundle begin with
 * @param passwordSetting the last part of the setting with the password of a store
 * @param withPassword stores for which that is set
 */
record StoreReader(String prefix, String passwordSetting, Set<String> withPassword) {

  /** Reads, and blames a store of the bundle when that fails. */
  <T> T blaming(String store, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (RuntimeException failure) {
      throw mistake(store, failure);
    }
  }

  private SettingMistake mistake(String store, RuntimeException failure) {
    List<Throwable> causes =
        Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause).toList();
    String reason =
        causes.reversed().stream()
            .map(Throwable::getMessage)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("it is of another kind");
    String place = prefix + store;
    if (causes.stream().anyMatch(StoreReader::isAboutPair)) {
      return new SettingMistake(
          "The key of %s does not fit its certificate.".formatted(place),
          "Set %s.private-key and %s.certificate to a pair that was issued together."
              .formatted(place, place),
          failure);
    }
    if (causes.stream().anyMatch(StoreReader::isAboutPassword)) {
      return new SettingMistake(
          "%s.%s %s."
              .formatted(
                  place, passwordSetting, withPassword.contains(store) ? "is wrong" : "is missing"),
          "Set it to the password that the file was written with.",
          failure);
    }
    return new SettingMistake(
        "%s cannot be used: %s".formatted(place, sentence(reason)),
        "Name files in PEM form with spring.ssl.bundle.pem.*, or a JKS or PKCS12 store with"
            + " spring.ssl.bundle.jks.*.",
        failure);
  }

  private static boolean isAboutPair(Throwable cause) {
    return String.valueOf(cause.getMessage()).matches("Private key .*match.*");
  }

  private static boolean isAboutPassword(Throwable cause) {
    return cause instanceof UnrecoverableKeyException
        || String.valueOf(cause.getMessage()).matches("(?i).*(password|decrypt).*");
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  /** The key with its certificates, when the bundle has one. */
  static Optional<TlsMaterial.Identity> identity(SslBundle bundle) {
    KeyStore store = bundle.getStores().getKeyStore();
    if (store == null) {
      return Optional.empty();
    }
    try {
      String alias = alias(store, bundle.getKey().getAlias());
      String password = bundle.getKey().getPassword();
      if (password == null) {
        password = bundle.getStores().getKeyStorePassword();
      }
      Key key = store.getKey(alias, password == null ? null : password.toCharArray());
      Certificate[] chain = store.getCertificateChain(alias);
      if (key instanceof PrivateKey privateKey && chain != null) {
        return Optional.of(
            new TlsMaterial.Identity(
                privateKey, Stream.of(chain).map(X509Certificate.class::cast).toList()));
      }
      throw new IllegalStateException("the entry '" + alias + "' is no key with a certificate");
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  private static String alias(KeyStore store, @Nullable String wanted) throws KeyStoreException {
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias) && (wanted == null || alias.equalsIgnoreCase(wanted))) {
        return alias;
      }
    }
    throw new IllegalStateException(
        wanted == null ? "it holds no private key" : "it holds no key named '" + wanted + "'");
  }

  /** The certificates to trust; none when the bundle has no store of them. */
  static List<X509Certificate> authorities(SslBundle bundle) {
    KeyStore store = bundle.getStores().getTrustStore();
    if (store == null) {
      return List.of();
    }
    try {
      List<X509Certificate> authorities = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.getCertificate(alias) instanceof X509Certificate certificate) {
          authorities.add(certificate);
        }
      }
      if (authorities.isEmpty()) {
        throw new IllegalStateException("it holds no certificate");
      }
      return List.copyOf(authorities);
    } catch (KeyStoreException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }
}
