package io.github.temporalgateway.workflow.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A developer asks why an execution does not advance, and gets an answer in words. */
class DiagnosisIT extends RealGateway {

  @Test
  void nobodyPolls() {
    String id = id("diagnosis");
    gateway.post("/workflows", startUnworked("Greeting", "'workflowId':'" + id + "'")).is(201);

    Answer diagnosis = verdict(id, "NO_WORKFLOW_WORKER");

    assertThat(diagnosis.at("/explanation")).contains("no-worker-here");
    assertThat(diagnosis.at("/pendingWorkflowTask/attempt")).isEqualTo("1");
    assertThat(diagnosis.json().at("/taskQueue/pollers").size()).isZero();
  }

  @Test
  void workflowTaskFails() {
    String id = id("diagnosis");
    started("FailingTask", id);

    Answer diagnosis = verdict(id, "WORKFLOW_TASK_FAILING");

    assertThat(diagnosis.at("/lastWorkflowTaskFailure/message")).isNotEmpty();
    assertThat(diagnosis.at("/explanation")).contains("This Workflow has a bug.");
    assertThat(diagnosis.text()).doesNotContain("stackTrace", "\\tat ");
    gateway.send("POST", "/workflows/" + id + "/terminate").is(204);
  }

  @Test
  void timerRuns() {
    String id = id("diagnosis");
    started("Sleep", id, "'input':300");

    Answer diagnosis = verdict(id, "WAITING_FOR_TIMER");

    assertThat(diagnosis.at("/pendingTimers/0/firesAt")).isNotEmpty();
    gateway.send("POST", "/workflows/" + id + "/terminate").is(204);
    assertThat(verdict(id, "CLOSED").at("/explanation")).contains("TERMINATED");
  }

  @Test
  void startIsDelayed() {
    String id = id("diagnosis");
    started("Greeting", id, "'startDelay':'PT5M'");

    assertThat(verdict(id, "WAITING_FOR_TIMER").at("/explanation")).contains("delayed");
    gateway.send("POST", "/workflows/" + id + "/terminate").is(204);
  }

  @Test
  void messageIsAwaitedOrExecutionPaused() {
    String id = id("diagnosis");
    started("WaitForSignal", id);

    Answer diagnosis = verdict(id, "WAITING_FOR_MESSAGE");

    assertThat(diagnosis.json().at("/taskQueue/pollers").size()).isPositive();
    gateway.send("POST", "/workflows/" + id + "/pause").is(204);
    verdict(id, "PAUSED");
    gateway.send("POST", "/workflows/" + id + "/terminate").is(204);
  }

  @Test
  void activityRuns() {
    String id = id("diagnosis");
    started("Activity", id, "'input':'external'");

    Answer diagnosis = verdict(id, "ACTIVITY_RUNNING");

    assertThat(diagnosis.at("/pendingActivities/0/attempt")).isEqualTo("1");
    gateway.send("POST", "/workflows/" + id + "/terminate").is(204);
  }

  @Test
  void unknownExecutionIs404() {
    gateway.get("/workflows/unknown/diagnosis").isProblem(404, "workflow-not-found");
    gateway.send("POST", "/workflows/unknown/diagnosis").isProblem(405, "method-not-allowed");
  }

  private Answer verdict(String id, String verdict) {
    String path = "/workflows/" + id + "/diagnosis";
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          Answer diagnosis = gateway.get(path).is(200);
          assertThat(diagnosis.at("/verdict")).as(diagnosis.text()).isEqualTo(verdict);
        });
    return gateway.get(path);
  }
}
