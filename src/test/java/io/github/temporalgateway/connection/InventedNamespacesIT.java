package io.github.temporalgateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Names that callers invent are forgotten. */
@RealTemporal
class InventedNamespacesIT {

  private static final String COUNTED = "/actuator/metrics/temporal_request?tag=namespace:";

  @Test
  void metricsHaveOneNameForAllOfThem(TemporalDevServer server) {
    try (OwnGateway own =
        OwnGateway.start(
            server.target(),
            "gateway.namespaces.allow=temporal-system,*",
            "management.endpoints.web.exposure.include=health,metrics")) {
      for (int i = 0; i < 20; i++) {
        own.client()
            .get(
                "/namespaces/invented-%d/workflows/x/result?wait=1&runId=%s"
                    .formatted(i, UUID.randomUUID()))
            .isProblem(404, "namespace-not-found");
        own.client()
            .get("/namespaces/invented-" + i + "/workflows/x")
            .isProblem(404, "namespace-not-found");
      }
      own.client().get("/workflows/x").isProblem(404, "workflow-not-found");
      own.client()
          .get("/namespaces/temporal-system/workflows/x")
          .isProblem(404, "workflow-not-found");

      // The SDK hands what it has counted to the meters now and then.
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> {
            own.management().get(COUNTED + "other").is(200);
            own.management().get(COUNTED + "default").is(200);
            own.management().get(COUNTED + "temporal-system").is(200);
          });
      assertThat(own.management().get("/actuator/metrics/temporal_request").is(200).json())
          .asString()
          .doesNotContain("invented-");
      assertThat(own.tagged("gateway.waiters", "namespace")).containsExactly("other");
      assertThat(own.tagged("gateway.long.polls", "namespace")).containsExactly("other");
    }
  }
}
