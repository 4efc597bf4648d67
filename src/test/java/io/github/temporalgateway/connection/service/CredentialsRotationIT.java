package io.github.temporalgateway.connection.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.MountedSecret;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.SteadyLoad;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TestCertificates;
import io.github.temporalgateway.testing.TlsEdge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Credentials that are replaced under load are in use soon, and no caller notices. */
@RealTemporal
@ExtendWith(OutputCaptureExtension.class)
class CredentialsRotationIT {

  /** What is promised; the default interval is much shorter. */
  private static final Duration SOON = Duration.ofSeconds(90);

  private static final int WAITS = 20;
  private static final String METRICS = "management.endpoints.web.exposure.include=health,metrics";
  private static final String HEALTH = "/components/temporal/components/default/details/";

  @TempDir private static Path folder;
  private static TestCertificates first;
  private static TestCertificates second;

  @BeforeAll
  static void issue() {
    first = new TestCertificates(folder, "first").server("server", "localhost");
    first.client("client-a").client("client-b", "-1d", 30);
    second = new TestCertificates(folder, "second").server("server", "localhost");
  }

  @Test
  void certificateAndAuthorityOfASecretAreReplaced(TemporalDevServer server, CapturedOutput output)
      throws Exception {
    MountedSecret secret =
        new MountedSecret(folder.resolve("secret"), files("client-a", "client-a", first.ca()));
    Path edgeFolder = Files.createDirectory(folder.resolve("edge"));
    try (TlsEdge edge =
            TlsEdge.withClientCertificates(edgeFolder, server.target(), first, first.ca());
        OwnGateway own = OwnGateway.start(edge.target(), settings(secret));
        SteadyLoad load = new SteadyLoad(own.client(), WAITS)) {
      awaitCall(edge, "CN=client-a", 0);

      secret.replace(files("client-b", "client-b", bothAuthorities()));
      awaitCall(edge, "CN=client-b", 0);
      assertThat(expiry(own)).isBetween(27.0 * 86400, 30.0 * 86400);

      // The broken pair is the last version only: what is in use stays in use.
      secret.replace(files("client-a", "client-b", first.ca()));
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(health(own).at(HEALTH + "credentialsNotReplaced")).contains("fit"));
      assertThat(reloads(own, "failure")).isEqualTo(1);
      assertThat(output).contains("the old ones stay in use: The key of spring.ssl.bundle.pem.b");

      int before = edge.calls().size();
      edge.reload(second, first.ca());
      awaitCall(edge, "CN=client-b", before);
      secret.replace(files("client-b", "client-b", bothAuthorities()));
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(health(own).at(HEALTH + "credentialsNotReplaced")).isEmpty());

      assertThat(load.endWaits()).hasSize(WAITS).allMatch(answer -> answer.status() == 200);
      load.close();
      assertThat(load.failures()).isEmpty();
      assertThat(load.calls()).isGreaterThan(100);
    }
  }

  @Test
  void apiKeyIsReplaced(TemporalDevServer server) throws Exception {
    Path key = Files.writeString(folder.resolve("key"), "key-one");
    Path edgeFolder = Files.createDirectory(folder.resolve("cloud"));
    try (TlsEdge edge =
            TlsEdge.withApiKeys(edgeFolder, server.target(), first, "key-one", "key-two");
        OwnGateway own =
            OwnGateway.start(
                edge.target(),
                METRICS,
                "gateway.temporal.api-key-file=" + key,
                "gateway.temporal.ssl-bundle=b",
                "spring.ssl.bundle.pem.b.truststore.certificate=" + first.ca());
        SteadyLoad load = new SteadyLoad(own.client(), WAITS)) {
      awaitCall(edge, "Bearer key-one", 0);

      Files.writeString(key, "");
      await()
          .atMost(SOON)
          .untilAsserted(() ->
              assertThat(health(own).at(HEALTH + "credentialsNotReplaced"))
                  .contains("holds no API key"));
      Files.writeString(key, "key-two\n");
      awaitCall(edge, "Bearer key-two", 0);

      assertThat(load.endWaits()).hasSize(WAITS).allMatch(answer -> answer.status() == 200);
      load.close();
      assertThat(load.failures()).isEmpty();
      assertThat(reloads(own, "success")).isEqualTo(1);
    }
  }

  private static String[] settings(MountedSecret secret) {
    String pem = "spring.ssl.bundle.pem.b.";
    return new String[] {
      METRICS,
      "gateway.temporal.ssl-bundle=b",
      pem + "keystore.certificate=" + secret.file("tls.crt"),
      pem + "keystore.private-key=" + secret.file("tls.key"),
      pem + "truststore.certificate=" + secret.file("ca.crt")
    };
  }

  private static Map<String, Path> files(String certificate, String key, Path authorities) {
    return Map.of(
        "tls.crt", first.certificate(certificate),
        "tls.key", first.key(key),
        "ca.crt", authorities);
  }

  private static Path bothAuthorities() throws IOException {
    return Files.writeString(
        folder.resolve("both.crt"), Files.readString(first.ca()) + Files.readString(second.ca()));
  }

  private static void awaitCall(TlsEdge edge, String words, int after) {
    await(words)
        .atMost(SOON)
        .until(() -> edge.calls().stream().skip(after).anyMatch(call -> call.contains(words)));
  }

  private static Answer health(OwnGateway own) {
    return own.management().get("/actuator/health");
  }

  private static double expiry(OwnGateway own) {
    return measurement(own, "gateway.temporal.client.cert.expiry?tag=connection:default");
  }

  private static double reloads(OwnGateway own, String outcome) {
    return measurement(own, "gateway.temporal.credentials.reloads?tag=outcome:" + outcome);
  }

  private static double measurement(OwnGateway own, String metric) {
    return own.management()
        .get("/actuator/metrics/" + metric)
        .is(200)
        .json()
        .at("/measurements/0/value")
        .asDouble();
  }
}
