package io.github.temporalgateway.connection.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
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

  @Test
  void replacementThatIsNotValidYetWaits() throws IOException {
    TestCertificates certificates =
        new TestCertificates(folder, "ca").client("now").client("next", "+3d", 365);
    Pair pair = new Pair(folder, certificates).holds("now");
    Credentials credentials = new Credentials(settings("b", null), pair.bundles(), Instant.now());

    pair.holds("next");
    Credentials.Change early = credentials.refresh(pair.bundles(), Instant.now());
    assertThat(early.any()).isFalse();
    assertThat(early.isNewProblem()).isTrue();
    assertThat(early.problem())
        .contains("The client certificate of the SSL bundle 'b' is not valid");
    assertThat(subject(credentials)).isEqualTo("CN=now");

    Credentials.Change due = credentials.refresh(pair.bundles(), in(4));
    assertThat(due.bundle()).isNotNull();
    assertThat(due.problem()).isEmpty();
    assertThat(subject(credentials)).isEqualTo("CN=next");
  }

  @Test
  void certificateThatIsOverIsReplacedByOneThatIsNotValidYet() throws IOException {
    TestCertificates certificates =
        new TestCertificates(folder, "ca").client("now", "-1d", 3).client("next", "+9d", 365);
    Pair pair = new Pair(folder, certificates).holds("now");
    Credentials credentials = new Credentials(settings("b", null), pair.bundles(), Instant.now());

    pair.holds("next");

    assertThat(credentials.refresh(pair.bundles(), in(4)).bundle()).isNotNull();
    assertThat(subject(credentials)).isEqualTo("CN=next");
  }

  @Test
  void certificateThatExpiresInUseIsNoReplacement() throws IOException {
    TestCertificates certificates = new TestCertificates(folder, "ca").client("now", "-1d", 3);
    Pair pair = new Pair(folder, certificates).holds("now");
    Credentials credentials = new Credentials(settings("b", null), pair.bundles(), Instant.now());

    Credentials.Change change = credentials.refresh(pair.bundles(), in(4));

    assertThat(change.any()).isFalse();
    assertThat(change.problem()).isEmpty();
    assertThat(credentials.timeLeft(in(4))).isNegative();
  }

  private static Instant in(int days) {
    return Instant.now().plus(Duration.ofDays(days));
  }

  private record Pair(Path folder, TestCertificates certificates) {

    Pair holds(String alias) throws IOException {
      copy(certificates.certificate(alias), "tls.crt");
      copy(certificates.key(alias), "tls.key");
      return this;
    }

    private void copy(Path file, String name) throws IOException {
      Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    TlsBundles bundles() {
      return CredentialsTest.bundles(
          Map.of(
              "spring.ssl.bundle.pem.b.keystore.certificate",
              folder.resolve("tls.crt").toString(),
              "spring.ssl.bundle.pem.b.keystore.private-key",
              folder.resolve("tls.key").toString()));
    }
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
