package io.github.temporalgateway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate authority of a test's own and what it issues, made with the JDK's {@code keytool}.
 */
public final class TestCertificates {

  /** Password of every store. */
  public static final String PASSWORD = "changeit";

  private static final String VALID = "-1d";

  private final Path folder;
  private final Path store;

  /** Makes an authority of the given name in a folder of its own. */
  public TestCertificates(Path folder, String name) {
    this.folder = folder.resolve(name);
    this.store = this.folder.resolve("all.p12");
    try {
      Files.createDirectories(this.folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    generate("ca", VALID, 3650, "-ext", "bc:c", "-ext", "ku:c=keyCertSign,cRLSign");
  }

  /** Issues a certificate for a server of these host names. */
  public TestCertificates server(String alias, String... hosts) {
    String names = "san=ip:127.0.0.1,dns:" + String.join(",dns:", hosts);
    generate(alias, VALID, 365, "-signer", "ca", "-ext", names);
    return this;
  }

  /** Issues a certificate for a client, with the alias as its common name. */
  public TestCertificates client(String alias) {
    return client(alias, VALID, 365);
  }

  /**
   * Issues a certificate for a client.
   *
   * @param start the first day of its validity, from today, such as {@code -10d}
   */
  public TestCertificates client(String alias, String start, int days) {
    generate(alias, start, days, "-signer", "ca");
    return this;
  }

  /**
   * Issues a certificate for a client with another name beside the common one.
   *
   * @param name as keytool takes it, such as {@code uri:spiffe://example/orders}
   */
  public TestCertificates named(String alias, String name) {
    generate(alias, VALID, 365, "-signer", "ca", "-ext", "san=" + name);
    return this;
  }

  /** TLS of a client that trusts this authority and shows the certificate of the alias. */
  public SSLContext tls(String alias) {
    try {
      KeyManagerFactory own =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      own.init(read(keystore(alias, "PKCS12")), PASSWORD.toCharArray());
      return tls(own.getKeyManagers());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** TLS of a client that trusts this authority and shows no certificate. */
  public SSLContext tls() {
    return tls(new KeyManager[0]);
  }

  private SSLContext tls(KeyManager[] own) {
    try {
      TrustManagerFactory trusted =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(read(truststore("PKCS12")));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own, trusted.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** File of the authority's certificate. */
  public Path ca() {
    return certificate("ca");
  }

  /** File of a certificate in PEM form, with its issuer. */
  public Path certificate(String alias) {
    StringBuilder text = new StringBuilder();
    for (Certificate certificate : chain(alias)) {
      try {
        text.append(pem("CERTIFICATE", certificate.getEncoded()));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
    return write(alias + ".crt", text.toString());
  }

  /** File of a key in PEM form. */
  public Path key(String alias) {
    return write(alias + ".key", pem("PRIVATE KEY", load(alias).getEncoded()));
  }

  /** File of a PKCS12 or JKS store that holds one certificate with its key. */
  public Path keystore(String alias, String type) {
    return writeStore(
        alias + "." + type,
        type,
        keystore -> keystore.setKeyEntry(alias, load(alias), PASSWORD.toCharArray(), chain(alias)));
  }

  /** File of a PKCS12 or JKS store that holds the authority's certificate. */
  public Path truststore(String type) {
    return writeStore(
        "trust." + type, type, keystore -> keystore.setCertificateEntry("ca", chain("ca")[0]));
  }

  private void generate(String alias, String start, int days, String... more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-genkeypair", "-alias", alias));
    command.addAll(List.of("-dname", "CN=" + alias, "-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-startdate", start, "-validity", Integer.toString(days)));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    command.addAll(List.of(more));
    Commands.run(Duration.ofMinutes(1), command);
  }

  private Key load(String alias) {
    try {
      return Objects.requireNonNull(load().getKey(alias, PASSWORD.toCharArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Certificate[] chain(String alias) {
    try {
      return load().getCertificateChain(alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore load() {
    return read(store);
  }

  private static KeyStore read(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      KeyStore keystore = KeyStore.getInstance("PKCS12");
      keystore.load(stream, PASSWORD.toCharArray());
      return keystore;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path writeStore(String name, String type, Filling filling) {
    Path file = folder.resolve(name);
    try (OutputStream stream = Files.newOutputStream(file)) {
      KeyStore keystore = KeyStore.getInstance(type);
      keystore.load(null, null);
      filling.fill(keystore);
      keystore.store(stream, PASSWORD.toCharArray());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path write(String name, String text) {
    try {
      Path half = Files.writeString(folder.resolve(name + ".half"), text);
      return Files.move(half, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pem(String label, byte[] der) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, text, label);
  }

  private interface Filling {
    void fill(KeyStore keystore) throws GeneralSecurityException;
  }
}
