package io.github.temporalgateway.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same callers, behind TLS. */
class CallerWatchTlsTest extends CallerWatchTest {

  private static final String PASSWORD = "changeit";

  @TempDir static Path directory;
  private static SSLContext trusting;

  @BeforeAll
  static void makeKey() throws IOException, InterruptedException, GeneralSecurityException {
    Path store = directory.resolve("gateway.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "gateway",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool failed");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    trusting = SSLContext.getInstance("TLS");
    trusting.init(null, trust.getTrustManagers(), null);
  }

  @DynamicPropertySource
  static void serveTls(DynamicPropertyRegistry properties) {
    properties.add("server.ssl.key-store", () -> directory.resolve("gateway.p12").toString());
    properties.add("server.ssl.key-store-password", () -> PASSWORD);
    properties.add("server.ssl.key-store-type", () -> "PKCS12");
  }

  @Override
  SocketFactory sockets() {
    return trusting.getSocketFactory();
  }
}
