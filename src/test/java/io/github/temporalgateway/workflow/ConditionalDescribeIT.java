package io.github.temporalgateway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A caller that watches an execution asks for it only when it has changed. */
class ConditionalDescribeIT extends RealGateway {

  @Test
  void unchangedIs304() {
    String workflow = waiting();
    String etag = gateway.get(workflow).is(200).header("ETag");

    assertThat(etag).startsWith("\"").endsWith("\"");
    Answer unchanged = gateway.get(workflow, "If-None-Match", etag).is(304);

    assertThat(unchanged.header("ETag")).isEqualTo(etag);
    assertThat(unchanged.bytes()).isEmpty();
    gateway.get(workflow, "If-None-Match", "\"other\"").is(200);
    gateway.send("HEAD", workflow).is(200);
  }

  @Test
  void waitEndsIn304WhenNothingChanges() {
    String workflow = waiting();
    String etag = gateway.get(workflow).is(200).header("ETag");

    Instant start = Instant.now();
    gateway.get(workflow, "If-None-Match", etag, "Prefer", "wait=2").is(304);

    assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void waitEndsWithTheChange() {
    String workflow = waiting();
    String etag = gateway.get(workflow).is(200).header("ETag");

    CompletableFuture<Answer> change =
        CompletableFuture.supplyAsync(
            () -> gateway.get(workflow, "If-None-Match", etag, "Prefer", "wait=40"));
    gateway.post(workflow + "/signals/proceed", "{}").is(202);

    Answer changed = change.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join().is(200);
    assertThat(changed.header("ETag")).isNotEqualTo(etag);
  }

  /** An execution that has done its first Workflow Task and waits. */
  private String waiting() {
    String id = id("conditional");
    started("WaitForSignal", id);
    String workflow = "/workflows/" + id;
    gateway.get(workflow + "/queries/state").is(200);
    org.awaitility.Awaitility.await()
        .until(() -> {
          String first = gateway.get(workflow).header("ETag");
          return first.equals(gateway.get(workflow).header("ETag"))
              && !gateway.get(workflow).text().contains("pendingWorkflowTask");
        });
    return workflow;
  }
}
