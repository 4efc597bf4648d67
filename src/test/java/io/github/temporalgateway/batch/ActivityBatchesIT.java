package io.github.temporalgateway.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.activity.PollGateway;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Batches that interfere with the Activities of executions. */
class ActivityBatchesIT extends PollGateway {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void activitiesAreUnpausedResetAndGivenOtherOptions() {
    String workflow = startedActivity("Charge", "7");
    await().atMost(PATIENCE).until(() -> !pending(workflow, "activityId").isEmpty());
    String activity = workflow + "/activities/" + pending(workflow, "activityId");

    gateway.send("POST", activity + "/pause").is(204);
    assertThat(pending(workflow, "paused")).isEqualTo("true");
    run(workflow, "'type':'unpauseActivities','activityType':'Other'", "FAILED");
    assertThat(pending(workflow, "paused")).isEqualTo("true");
    run(workflow, "'type':'unpauseActivities','activityType':'Charge'", "COMPLETED");
    await().atMost(PATIENCE).until(() -> !pending(workflow, "paused").equals("true"));

    gateway.send("POST", activity + "/pause").is(204);
    run(workflow, "'type':'resetActivities'", "COMPLETED");
    await().atMost(PATIENCE).until(() -> !pending(workflow, "paused").equals("true"));

    run(
        workflow,
        "'type':'updateActivityOptions','activityOptions':{'taskQueue':'%s-2'}".formatted(queue),
        "COMPLETED");
    queue += "-2";
    complete(polled("{}"), "1");
    gateway.get(workflow + "/result?wait=20s").is(200);
  }

  private String pending(String workflow, String member) {
    return gateway.get(workflow).is(200).at("/pendingActivities/0/" + member);
  }

  private void run(String workflow, String operation, String state) {
    String body =
        ("{'executions':[{'workflowId':'"
                + workflow.substring(workflow.lastIndexOf('/') + 1)
                + "'}],'operation':{"
                + operation
                + "},'reason':'a test'}")
            .replace('\'', '"');
    AtomicReference<Answer> started = new AtomicReference<>();
    await()
        .atMost(PATIENCE)
        .until(() -> {
          started.set(gateway.post("/batches", body));
          return started.get().status() != 429;
        });
    Answer batch = started.get().is(202);
    assertThat(operation).contains("'" + batch.at("/type") + "'");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(gateway.get(batch.at("/links/self")).is(200).at("/state"))
                .isNotEqualTo("RUNNING"));
    assertThat(gateway.get(batch.at("/links/self")).at("/state")).isIn("COMPLETED", state);
  }
}
