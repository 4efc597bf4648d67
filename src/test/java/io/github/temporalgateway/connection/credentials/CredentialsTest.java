package io.github.temporalgateway.connection.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What is read again is taken when it can be used, and only then. */
class CredentialsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JKS"})
  void replacedKeystoreIsTaken(String type) throws IOException {
    TestCertificates certificates =
        new TestCertificates(folder, "ca").client("a").client("b").client("old", "-9d", 5);
    Path store = folder.resolve("keystore");
    Files.copy(certificates.keystore("a", type), store);
    TlsBundles bundles =
        bundles(
            Map.of(
                "spring.ssl.bundle.jks.b.keystore.type",
                type,
                "spring.ssl.bundle.jks.b.keystore.password",
                TestCertificates.PASSWORD,
                "spring.ssl.bundle.jks.b.keystore.location",
                store.toString()));
    Credentials credentials = new Credentials(settings("b", null), bundles, Instant.now());

    assertThat(credentials.refresh(bundles, Instant.now()).any()).isFalse();

    Files.copy(certificates.keystore("b", type), store, StandardCopyOption.REPLACE_EXISTING);
    assertThat(credentials.refresh(bundles, Instant.now()).bundle()).isNotNull();
    assertThat(subject(credentials)).isEqualTo("CN=b");

    Files.copy(certificates.keystore("old", type), store, StandardCopyOption.REPLACE_EXISTING);
    Credentials.Change expired = credentials.refresh(bundles, Instant.now());
    assertThat(expired.any()).isFalse();
    assertThat(expired.isNewProblem()).isTrue();
    assertThat(expired.problem()).contains("expired");
    assertThat(credentials.refresh(bundles, Instant.now()).isNewProblem()).isFalse();
    assertThat(subject(credentials)).isEqualTo("CN=b");
  }

  @Test
  void brokenApiKeyDoesNotKeepANewCertificateFromUse() throws IOException {
    TestCertificates certificates = new TestCertificates(folder, "ca").client("a").client("b");
    Path key = Files.writeString(folder.resolve("key"), "key");
    Path certificate = Files.copy(certificates.certificate("a"), folder.resolve("tls.crt"));
    Path privateKey = Files.copy(certificates.key("a"), folder.resolve("tls.key"));
    TlsBundles bundles =
        bundles(
            Map.of(
                "spring.ssl.bundle.pem.b.keystore.certificate", certificate.toString(),
                "spring.ssl.bundle.pem.b.keystore.private-key", privateKey.toString()));
    Credentials credentials =
        new Credentials(settings("b", key.toString()), bundles, Instant.now());

    Files.delete(key);
    Files.copy(certificates.certificate("b"), certificate, StandardCopyOption.REPLACE_EXISTING);
    Files.copy(certificates.key("b"), privateKey, StandardCopyOption.REPLACE_EXISTING);
    Credentials.Change change = credentials.refresh(bundles, Instant.now());

    assertThat(change.bundle()).isNotNull();
    assertThat(change.problem()).contains("gateway.temporal.api-key-file");
    assertThat(subject(credentials)).isEqualTo("CN=b");
    assertThat(credentials.apiKey()).isEqualTo("key");
  }

  private static String subject(Credentials credentials) {
    return credentials.certificate().orElseThrow().getSubjectX500Principal().getName();
  }

  private static CredentialSettings settings(String bundle, @Nullable String keyFile) {
    return new CredentialSettings("gateway.temporal", true, bundle, false, keyFile);
  }

  private static TlsBundles bundles(Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    return TlsBundles.of(environment);
  }
}
