package io.github.temporalgateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Namespaces that only {@code *} admits have one name in metrics. */
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
    }
  }

  @Test
  void waitsInThoseThatNoSettingNamesAreCountedTogether() {
    try (TemporalDevServer server = TemporalDevServer.startWithNamespace("registered");
        OwnGateway own = OwnGateway.start(server.target(), "gateway.namespaces.allow=*")) {
      String path = "/namespaces/registered/workflows";
      own.client()
          .post(path, "{\"workflowType\":\"x\",\"taskQueue\":\"none\",\"workflowId\":\"waited\"}")
          .is(201);
      FutureTask<Answer> waiting =
          new FutureTask<>(() -> own.client().get(path + "/waited/result?wait=50"));
      Thread.startVirtualThread(waiting);

      await().until(() -> own.gauge("gateway.waiters") == 1);
      assertThat(own.gauge("gateway.long.polls")).isEqualTo(1);
      assertThat(own.tagged("gateway.waiters", "namespace")).containsExactly("other");
      assertThat(own.tagged("gateway.long.polls", "namespace")).containsExactly("other");
      own.client().post(path + "/waited/terminate", "{}").is(204);

      assertThat(waiting).succeedsWithin(Duration.ofSeconds(30));
      await().until(() -> own.gauge("gateway.waiters") == 0);
      await().until(() -> own.gauge("gateway.long.polls") == 0);
    }
  }
}
