package io.github.temporalgateway.connection.credentials;

import static io.github.temporalgateway.connection.credentials.RefusedStart.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.GatewayApplication;
import io.github.temporalgateway.testing.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A connection that cannot work ends the start, in a sentence that names setting and remedy. */
@ExtendWith(OutputCaptureExtension.class)
class SettingMistakesTest {

  private static final String BUNDLE = "gateway.temporal.ssl-bundle=b";
  private static final String PEM = "spring.ssl.bundle.pem.b.";
  private static final String JKS = "spring.ssl.bundle.jks.b.";

  @TempDir private static Path folder;
  private static TestCertificates certificates;

  @BeforeAll
  static void issue() {
    certificates = new TestCertificates(folder, "ca").client("good").client("old", "-9d", 5);
  }

  @Test
  void missingBundle(CapturedOutput output) {
    refused(output, "gateway.temporal.ssl-bundle names the SSL bundle 'b', which does not", BUNDLE);
  }

  @Test
  void missingFile(CapturedOutput output) {
    for (String setting :
        List.of(
            PEM + "keystore.certificate", PEM + "truststore.certificate",
            JKS + "keystore.location", JKS + "truststore.location")) {
      refused(
          output,
          setting + " names the file /nowhere/x, which does not exist.",
          BUNDLE,
          setting + "=/nowhere/x");
    }
    refused(
        output,
        "gateway.temporal.api-key-file names the file /nowhere/key, which does not exist.",
        "gateway.temporal.api-key-file=/nowhere/key");
  }

  @Test
  void keyThatDoesNotFitItsCertificate(CapturedOutput output) {
    refused(
        output,
        "The key of spring.ssl.bundle.pem.b.keystore does not fit its certificate.",
        BUNDLE,
        PEM + "keystore.certificate=" + certificates.certificate("good"),
        PEM + "keystore.private-key=" + certificates.key("old"));
  }

  @Test
  void expiredCertificate(CapturedOutput output) {
    refused(
        output,
        "The client certificate of the SSL bundle 'b' expired at 20",
        BUNDLE,
        PEM + "keystore.certificate=" + certificates.certificate("old"),
        PEM + "keystore.private-key=" + certificates.key("old"));
  }

  @Test
  void wrongPassword(CapturedOutput output) {
    for (String type : List.of("PKCS12", "JKS")) {
      List<String> settings =
          List.of(
              BUNDLE,
              JKS + "keystore.type=" + type,
              JKS + "keystore.location=" + certificates.keystore("good", type));
      refused(
          output,
          "spring.ssl.bundle.jks.b.keystore.password is wrong.",
          with(settings, JKS + "keystore.password=no"));
    }
  }

  @Test
  void missingPassword(CapturedOutput output) {
    refused(
        output,
        "spring.ssl.bundle.jks.b.keystore.password is missing.",
        BUNDLE,
        JKS + "keystore.type=PKCS12",
        JKS + "keystore.location=" + certificates.keystore("good", "PKCS12"));
  }

  @Test
  void fileOfAnotherKind(CapturedOutput output) throws IOException {
    Path garbage = Files.writeString(folder.resolve("garbage"), "no certificate");
    refused(
        output,
        "spring.ssl.bundle.pem.b.truststore cannot be used: ",
        BUNDLE,
        PEM + "truststore.certificate=" + garbage);
    refused(
        output,
        "spring.ssl.bundle.pem.b.keystore cannot be used: ",
        BUNDLE,
        PEM + "keystore.certificate=" + garbage,
        PEM + "keystore.private-key=" + certificates.key("good"));
    refused(
        output,
        "spring.ssl.bundle.jks.b.keystore cannot be used: ",
        BUNDLE,
        JKS + "keystore.type=PKCS12",
        JKS + "keystore.password=changeit",
        JKS + "keystore.location=" + garbage);
  }

  @Test
  void settingsOfTheStarterAreNamedAsTheyWereWritten(CapturedOutput output) {
    String mtls = "spring.temporal.connection.mtls.";
    refused(
        output,
        mtls + "key-file names the file /nowhere/x, which does not exist.",
        mtls + "key-file=/nowhere/x");
    refused(
        output,
        mtls + "key-password is wrong.",
        mtls + "key-file=" + certificates.keystore("good", "PKCS12"),
        mtls + "key-password=no");
    refused(
        output,
        "The key of spring.temporal.connection.mtls does not fit its certificate.",
        mtls + "key-file=" + certificates.key("old"),
        mtls + "cert-chain-file=" + certificates.certificate("good"));
    refused(output, "but no " + mtls + "key-file", mtls + "cert-chain-file=x");
  }

  @Test
  void variablesAndProfilesAreNamedAsTheyWereWritten(CapturedOutput output) throws IOException {
    refused(
        output,
        "TEMPORAL_TLS_SERVER_CA_CERT_PATH names the file /nowhere/x, which does not exist.",
        "TEMPORAL_TLS_SERVER_CA_CERT_PATH=/nowhere/x");
    refused(output, "TEMPORAL_TLS_CLIENT_KEY_* are not both", "TEMPORAL_TLS_CLIENT_CERT_PATH=/x");
    refused(output, "TEMPORAL_CONFIG_FILE names the file /no", "TEMPORAL_CONFIG_FILE=/nowhere/x");
    Path toml = Files.writeString(folder.resolve("t.toml"), "[profile.a]\naddress = \"x:1\"\n");
    refused(
        output,
        "The profile 'b' of " + toml + " cannot be used: ",
        "TEMPORAL_CONFIG_FILE=" + toml,
        "TEMPORAL_PROFILE=b");
  }

  @Test
  void keyInPlaceOfItsFileIsNotPrinted(CapturedOutput output) throws IOException {
    String pem = Files.readString(certificates.key("good"));
    String body = pem.replaceAll("-----.*-----", "").replace("\n", "");
    String jwt = "eyJhbGciOiJFUzI1NiJ9.eyJhY2NvdW50X2lkIjoiYTFiMmMifQ.c2VjcmV0L2FuZA";
    List<String> keys =
        List.of(
            jwt, pem, body, "opaque-" + "k3y".repeat(20), "x/" + "y".repeat(300), "cc-key\ndd-key");
    for (String key : keys) {
      refusedWithout(key, output, "gateway.temporal.api-key-file");
    }
    for (String setting :
        List.of(
            PEM + "keystore.private-key",
            JKS + "keystore.location",
            "spring.temporal.connection.mtls.key-file")) {
      refusedWithout(body, output, setting);
    }
  }

  private static void refusedWithout(String key, CapturedOutput output, String setting) {
    String bundle = setting.startsWith("spring.ssl") ? BUNDLE : "spring.main.banner-mode=off";
    refused(output, setting + " holds no path of a file.", bundle, setting + "=" + key);
    assertThat(output).doesNotContain(key.lines().toList().get(key.lines().count() > 2 ? 1 : 0));
  }

  @Test
  void fileWithoutAnApiKey(CapturedOutput output) throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), " \n");
    Path many = Files.writeString(folder.resolve("many"), "# a comment\nkey\n");
    refused(output, "holds no API key but nothing.", "gateway.temporal.api-key-file=" + empty);
    refused(output, "but several words or lines.", "gateway.temporal.api-key-file=" + many);
  }

  @Test
  void processEndsWithAnExitCodeOtherThanZero() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                GatewayApplication.class.getName(),
                "--server.port=0",
                "--" + BUNDLE)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(folder.resolve("output")).content().contains("Action:");
  }

  private static List<String> with(List<String> settings, String more) {
    List<String> all = new ArrayList<>(settings);
    all.add(more);
    return all;
  }
}
