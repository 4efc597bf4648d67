package io.github.temporalgateway.connection.service;

import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a cluster's probes are told while Temporal comes and goes. */
class ReadinessIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void readinessFollowsTemporalAsMuchAsIsWished() {
    try (TemporalDevServer server = TemporalDevServer.startOnFreePorts()) {
      server.stop();
      try (OwnGateway latched = OwnGateway.start(server.target());
          OwnGateway strict = OwnGateway.start(server.target(), "gateway.health.readiness=strict");
          OwnGateway off = OwnGateway.start(server.target(), "gateway.health.readiness=off")) {
        isReady(latched, 503);
        isReady(strict, 503);
        isReady(off, 200);

        server.start();
        awaitReady(latched, 200);
        awaitReady(strict, 200);

        server.stop();
        awaitReady(strict, 503);
        isReady(latched, 200);
        isReady(off, 200);
        latched.management().get("/actuator/health").is(503);
        strict.management().get("/actuator/health/liveness").is(200);

        server.start();
        awaitReady(strict, 200);
      }
    }
  }

  private static void awaitReady(OwnGateway gateway, int status) {
    await().atMost(SOON).untilAsserted(() -> isReady(gateway, status));
  }

  private static void isReady(OwnGateway gateway, int status) {
    gateway.management().get("/actuator/health/readiness").is(status);
  }
}
