package io.github.temporalgateway.connection.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TestCertificates;
import io.github.temporalgateway.testing.TlsEdge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Health tells at which step a connection fails, and the gateway starts all the same. */
@RealTemporal
class FailedStepIT {

  private static final String DETAILS = "/components/temporal/components/default/details/";
  private static final String BUNDLE = "gateway.temporal.ssl-bundle=b";
  private static final String PEM = "spring.ssl.bundle.pem.b.";

  @TempDir private static Path folder;
  private static TestCertificates certificates;

  @BeforeAll
  static void issue() {
    certificates = new TestCertificates(folder, "ca").server("server", "localhost");
    certificates.client("future", "+5d", 10);
  }

  @Test
  void nameThatIsNotKnown() {
    isDown("no-such-host.invalid:7233", "dns", "no-such-host.invalid");
  }

  @Test
  void portThatNobodyListensOn() {
    isDown("127.0.0.1:1", "tcp", "refused");
  }

  @Test
  void namespaceThatDoesNotExist(TemporalDevServer server) {
    isDown(server.target(), "namespace", "not-there", "spring.temporal.namespace=not-there");
  }

  @Test
  void serverThatHangs() {
    try (TemporalDevServer server = TemporalDevServer.startOnFreePorts()) {
      server.suspend();
      isDown(server.target(), "service", "");
    }
  }

  @Test
  void encryptionThatDoesNotFit(TemporalDevServer server) throws IOException {
    try (TlsEdge edge =
        TlsEdge.open(
            Files.createDirectory(folder.resolve("open")), server.target(), certificates)) {
      isDown(edge.target(), "tls", "certification path", "gateway.temporal.ssl-bundle=system");
      isDown(edge.target(), "tls", "");
    }
    isDown(server.target(), "tls", "", "gateway.temporal.ssl-bundle=system");
  }

  @Test
  void credentialsThatAreRefused(TemporalDevServer server) throws IOException {
    String trust = PEM + "truststore.certificate=" + certificates.ca();
    try (TlsEdge edge =
            TlsEdge.withClientCertificates(
                Files.createDirectory(folder.resolve("mtls")),
                server.target(),
                certificates,
                certificates.ca());
        TlsEdge cloud =
            TlsEdge.withApiKeys(
                Files.createDirectory(folder.resolve("cloud")),
                server.target(),
                certificates,
                "key")) {
      isDown(edge.target(), "credentials", "certificate", BUNDLE, trust);
      isDown(
          edge.target(),
          "credentials",
          "is not valid before 20",
          BUNDLE,
          trust,
          PEM + "keystore.certificate=" + certificates.certificate("future"),
          PEM + "keystore.private-key=" + certificates.key("future"));
      isDown(cloud.target(), "credentials", "401", BUNDLE, trust, "TEMPORAL_API_KEY=stolen");
    }
  }

  private static void isDown(String target, String step, String reason, String... settings) {
    try (OwnGateway own = OwnGateway.start(target, settings)) {
      Answer down = own.management().get("/actuator/health").is(503);

      assertThat(down.at(DETAILS + "failedStep")).as(down.text()).isEqualTo(step);
      assertThat(down.at(DETAILS + "reason")).containsIgnoringCase(reason);
      own.management().get("/actuator/health/liveness").is(200);
    }
  }
}
