package io.github.temporalgateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** Prometheus learns how many requests are held, from the management port only. */
class PrometheusIT extends RealGateway {

  private static final String PATH = "/actuator/prometheus";
  private static final Executor CALLER = Thread.ofVirtual()::start;

  @Test
  void heldRequestsAreCounted(TemporalDevServer server) {
    String id = id("held");
    started("WaitForSignal", id);
    try (OwnGateway own = OwnGateway.start(server.target(), "gateway.waits.max=123")) {
      assertThat(metrics(own)).contains("\ngateway_held 0.0\n", "\ngateway_held_max 123.0\n");

      var wait =
          CompletableFuture.supplyAsync(
              () -> own.client().get("/workflows/" + id + "/result", "Prefer", "wait=30"), CALLER);
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() ->
              assertThat(metrics(own))
                  .contains("\ngateway_held 1.0\n", "gateway_waiters{namespace=\"default\"} 1.0"));
      own.client().post("/workflows/" + id + "/terminate", "{}");
      wait.join();

      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> metrics(own).contains("\ngateway_held 0.0\n"));
      assertThat(metrics(own))
          .contains("http_server_requests_seconds_count{", "jvm_memory_used_bytes{");
      own.client().get(PATH).is(404);
    }
  }

  private static String metrics(OwnGateway own) {
    return own.management().get(PATH).is(200).text();
  }
}
