package io.github.temporalgateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.time.Duration;
import java.util.List;
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

  @Test
  void timesAreCountedInFewBuckets(TemporalDevServer server) {
    try (OwnGateway own = OwnGateway.start(server.target())) {
      own.client().get("/workflows/nobody").is(404);

      String metrics = metrics(own);

      assertThat(buckets(metrics, "temporal_request_latency", "operation=\"DescribeWorkflow"))
          .hasSizeBetween(5, 12)
          .anyMatch(bucket -> bucket.contains("le=\"0.01\""));
      assertThat(buckets(metrics, "http_server_requests", "uri=\"/workflows/{workflowId}\""))
          .hasSizeBetween(5, 12)
          .anyMatch(bucket -> bucket.contains("le=\"0.1\""));
    }
  }

  private static List<String> buckets(String metrics, String name, String tag) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + "_seconds_bucket{") && line.contains(tag))
        .toList();
  }

  private static String metrics(OwnGateway own) {
    return own.management().get(PATH).is(200).text();
  }
}
