package io.github.temporalgateway.connection.credentials;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.ssl.JksSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;
import org.springframework.boot.autoconfigure.ssl.SslProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** Spring's SSL bundles, read from their files each time, and told what is wrong with them. */
public final class TlsBundles {

  /** Name of a bundle that is always there: no certificate of ours, the JVM's authorities. */
  public static final String SYSTEM = "system";

  private static final String PREFIX = "spring.ssl.bundle.";

  private final SslProperties.Bundles bundles;
  private final ResourceLoader files = ApplicationResourceLoader.get();

  private TlsBundles(SslProperties.Bundles bundles) {
    this.bundles = bundles;
  }

  /** The bundles that {@code spring.ssl.bundle.*} describes. */
  public static TlsBundles of(Environment environment) {
    return new TlsBundles(
        Binder.get(environment).bindOrCreate("spring.ssl", SslProperties.class).getBundle());
  }

  /**
   * A bundle's certificates and keys as they are in its files now.
   *
   * @param setting the setting that names the bundle
   * @throws SettingMistake when there is no such bundle or it cannot be used
   */
  Loaded read(String setting, String name) {
    PemSslBundleProperties pem = bundles.getPem().get(name);
    JksSslBundleProperties jks = bundles.getJks().get(name);
    if (pem != null) {
      return readPem(PREFIX + "pem." + name + ".", pem);
    }
    if (jks != null) {
      return readJks(PREFIX + "jks." + name + ".", jks);
    }
    if (name.equals(SYSTEM)) {
      return new Loaded(SslBundle.systemDefault(), TlsMaterial.SYSTEM);
    }
    throw new SettingMistake(
        "%s names the SSL bundle '%s', which does not exist.".formatted(setting, name),
        "Describe it with %spem.%s.* or %sjks.%s.*, or correct the name."
            .formatted(PREFIX, name, PREFIX, name));
  }

  private Loaded readPem(String prefix, PemSslBundleProperties pem) {
    pem.getKeystore().setVerifyKeys(pem.getKeystore().getPrivateKey() != null);
    PemSslBundleProperties.Store keystore = pem.getKeystore();
    PemSslBundleProperties.Store truststore = pem.getTruststore();
    for (StoreFile file :
        List.of(
            new StoreFile(prefix + "keystore.certificate", keystore.getCertificate()),
            new StoreFile(prefix + "keystore.private-key", keystore.getPrivateKey()),
            new StoreFile(prefix + "truststore.certificate", truststore.getCertificate()))) {
      file.mustBeReadable();
    }
    boolean password = keystore.getPrivateKeyPassword() != null;
    return read(
        new StoreReader(prefix, "private-key-password", password ? Set.of("keystore") : Set.of()),
        () -> PropertiesSslBundle.get(pem, files));
  }

  private Loaded readJks(String prefix, JksSslBundleProperties jks) {
    for (StoreFile file :
        List.of(
            new StoreFile(prefix + "keystore.location", jks.getKeystore().getLocation()),
            new StoreFile(prefix + "truststore.location", jks.getTruststore().getLocation()))) {
      file.mustBeReadable();
    }
    Set<String> withPassword = new HashSet<>();
    if (jks.getKeystore().getPassword() != null) {
      withPassword.add("keystore");
    }
    if (jks.getTruststore().getPassword() != null) {
      withPassword.add("truststore");
    }
    return read(
        new StoreReader(prefix, "password", withPassword),
        () -> PropertiesSslBundle.get(jks, files));
  }

  private static Loaded read(StoreReader reader, Supplier<SslBundle> supplier) {
    SslBundle bundle = reader.blaming("keystore", supplier);
    return new Loaded(
        bundle,
        new TlsMaterial(
            reader.blaming("keystore", () -> StoreReader.identity(bundle)).orElse(null),
            reader.blaming("truststore", () -> StoreReader.authorities(bundle))));
  }

  /**
   * A bundle and what is in it.
   *
   * @param bundle as Spring's other users of it want it
   */
  record Loaded(SslBundle bundle, TlsMaterial material) {}
}
