package io.github.temporalgateway.connection.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an operator sees on the management port. */
class TemporalHealthIT {

  private static final String COMPONENT = "/components/temporal/components/default";

  @Test
  void healthFollowsTheTemporalService() {
    try (TemporalDevServer server = TemporalDevServer.startOnFreePorts();
        OwnGateway own = OwnGateway.start(server.target())) {
      GatewayClient management = own.management();
      await().untilAsserted(() -> isUp(management.get("/actuator/health"), server));

      server.stop();
      Answer down = management.get("/actuator/health").is(503);
      assertThat(down.at("/status")).isEqualTo("DOWN");
      assertThat(down.at(COMPONENT + "/status")).isEqualTo("DOWN");
      assertThat(down.at(COMPONENT + "/details/address")).isEqualTo(server.target());
      assertThat(down.at(COMPONENT + "/details/problem")).isEqualTo("temporal-unavailable");
      assertThat(down.at(COMPONENT + "/details/reason")).isNotEmpty();
      management.get("/actuator/health/liveness").is(200);

      server.start();
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> isUp(management.get("/actuator/health"), server));
    }
  }

  @Test
  void missingNamespaceIsDownAndSaysSo() {
    try (TemporalDevServer server = TemporalDevServer.startOnFreePorts();
        OwnGateway own = OwnGateway.start(server.target(), "spring.temporal.namespace=not-there")) {
      Answer down = own.management().get("/actuator/health").is(503);

      assertThat(down.at(COMPONENT + "/details/problem")).isEqualTo("namespace-not-found");
      assertThat(down.at(COMPONENT + "/details/reason")).contains("not-there");
    }
  }

  @Test
  void gatewayWithoutTemporalIsDownButAlive() {
    try (OwnGateway own = OwnGateway.start("127.0.0.1:1")) {
      Answer down = own.management().get("/actuator/health").is(503);

      assertThat(down.at(COMPONENT + "/details/problem")).isEqualTo("temporal-unavailable");
      own.management().get("/actuator/health/liveness").is(200);
    }
  }

  private static void isUp(Answer answer, TemporalDevServer server) {
    answer.is(200);
    assertThat(answer.at("/status")).isEqualTo("UP");
    assertThat(answer.at(COMPONENT + "/status")).isEqualTo("UP");
    assertThat(answer.at(COMPONENT + "/details/address")).isEqualTo(server.target());
    assertThat(answer.at(COMPONENT + "/details/namespaces/default")).isEqualTo("UP");
    assertThat(answer.at(COMPONENT + "/details/serverVersion")).isEqualTo(server.serverVersion());
    assertThat(answer.json().at(COMPONENT + "/details/latencyMillis").isIntegralNumber()).isTrue();
  }
}
