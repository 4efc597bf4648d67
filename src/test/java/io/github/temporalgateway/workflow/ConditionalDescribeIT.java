package io.github.temporalgateway.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    assertThat(Duration.between(start, Instant.now()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void waitEndsWithTheChange() {
    String workflow = waiting();
    String etag = gateway.get(workflow).is(200).header("ETag");

    long before = rpcs.descriptions(idOf(workflow));
    CompletableFuture<Answer> change =
        CompletableFuture.supplyAsync(
            () -> gateway.get(workflow, "If-None-Match", etag, "Prefer", "wait=40"),
            Thread::startVirtualThread);
    await("the caller is held").until(() -> rpcs.descriptions(idOf(workflow)) > before + 1);

    Instant start = Instant.now();
    gateway.post(workflow + "/signals/proceed", "{}").is(202);
    Answer changed = change.orTimeout(50, TimeUnit.SECONDS).join().is(200);

    // Promised is a second; the bound is for noisy machines and far from the wait's 40 s.
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(changed.header("ETag")).isNotEqualTo(etag);
  }

  private static String idOf(String workflow) {
    return workflow.substring("/workflows/".length());
  }

  /** An execution that has done its first Workflow Task and waits. */
  private String waiting() {
    String id = id("conditional");
    started("WaitForSignal", id);
    String workflow = "/workflows/" + id;
    gateway.get(workflow + "/queries/state").is(200);
    await()
        .until(() -> {
          String first = gateway.get(workflow).header("ETag");
          return first.equals(gateway.get(workflow).header("ETag"))
              && !gateway.get(workflow).text().contains("pendingWorkflowTask");
        });
    return workflow;
  }
}
