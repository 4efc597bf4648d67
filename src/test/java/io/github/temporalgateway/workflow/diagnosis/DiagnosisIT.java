package io.github.temporalgateway.workflow.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.PauseActivityRequest;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a caller learns about an execution that does not advance. */
class DiagnosisIT extends RealGateway {

  private String id = "";
  private String diagnosis = "";

  @BeforeEach
  void chooseId() {
    id = id("diagnosis");
    diagnosis = "/workflows/" + id + "/diagnosis";
  }

  @Test
  void queueThatNobodyPollsIsNamed() {
    gateway.post("/workflows", startUnworked("Greeting", "'workflowId':'" + id + "'")).is(201);

    Answer answer = gateway.get(diagnosis).is(200);

    assertThat(answer.at("/verdict")).isEqualTo("NO_WORKFLOW_WORKER");
    assertThat(answer.at("/explanation")).contains("'no-worker-here'", "Start a Worker");
    assertThat(answer.at("/taskQueue/name")).isEqualTo("no-worker-here");
    assertThat(answer.json().at("/taskQueue/pollers").isArray()).isTrue();
    assertThat(answer.json().at("/taskQueue/pollers")).isEmpty();
    assertThat(answer.at("/pendingWorkflowTask/state")).isEqualTo("SCHEDULED");
    assertThat(answer.at("/pendingWorkflowTask/attempt")).isEqualTo("1");
    assertThat(answer.at("/findings/0/verdict")).isEqualTo(answer.at("/verdict"));
    assertThat(answer.at("/workflowId")).isEqualTo(id);
    assertThat(answer.at("/namespace")).isEqualTo("default");
    assertThat(answer.header("Temporal-Workflow-Id")).isEqualTo(id);
    assertThat(answer.header("Temporal-Run-Id")).isEqualTo(answer.at("/runId")).isNotEmpty();
    assertThat(answer.header("Temporal-Workflow-Status")).isEqualTo("RUNNING");
  }

  @Test
  void failingWorkflowTaskShowsWhatTheWorkerReported() {
    started("FailingTask", id);

    Answer answer = awaitVerdict("WORKFLOW_TASK_FAILING");

    assertThat(answer.at("/explanation"))
        .contains("This Workflow has a bug.", "Correct the Workflow's code");
    assertThat(answer.json().at("/pendingWorkflowTask/lastFailure").toString())
        .contains("This Workflow has a bug.");
    assertThat(answer.at("/pendingWorkflowTask/lastFailureCause"))
        .isEqualTo("WORKFLOW_WORKER_UNHANDLED_FAILURE");
    assertThat(answer.text()).doesNotContain("stackTrace", "\\tat ", "NO_WORKFLOW_WORKER");
    assertThat(answer.at("/taskQueue/pollers/0/identity")).isNotEmpty();
    assertThat(Instant.parse(answer.at("/taskQueue/pollers/0/lastAccessTime")))
        .isAfter(Instant.now().minus(Duration.ofMinutes(2)));
    gateway.post("/workflows/" + id + "/terminate", "{}").is(204);
  }

  @Test
  void sleepingWorkflowWaitsForItsTimer() {
    started("Sleep", id, "'input':600");

    Answer answer = awaitVerdict("WAITING_FOR_TIMER");

    assertThat(answer.json().at("/pendingTimers")).hasSize(1);
    assertThat(answer.at("/pendingTimers/0/timerId")).isNotEmpty();
    assertThat(Instant.parse(answer.at("/pendingTimers/0/firesAt")))
        .isBetween(Instant.now().plusSeconds(300), Instant.now().plusSeconds(700));
    assertThat(answer.at("/explanation")).contains(answer.at("/pendingTimers/0/firesAt"));
    assertThat(answer.json().has("pendingWorkflowTask")).isFalse();
  }

  @Test
  void idleWorkflowWaitsForMessage() {
    started("WaitForSignal", id);

    Answer answer = awaitVerdict("WAITING_FOR_MESSAGE");

    assertThat(answer.at("/explanation")).contains("Signal", "Update", "handlers");
    assertThat(answer.json().at("/findings")).hasSize(1);
  }

  @Test
  void runningActivityIsShownWithItsQueue() {
    started("Activity", id, "'input':'external'");

    Answer answer = awaitVerdict("ACTIVITY_RUNNING");

    assertThat(answer.at("/explanation")).contains("'External'", "somebody to complete it");
    assertThat(answer.at("/pendingActivities/0/activity/activityType")).isEqualTo("External");
    assertThat(answer.at("/pendingActivities/0/activity/state")).isEqualTo("STARTED");
    assertThat(answer.at("/pendingActivities/0/taskQueue/name")).isEqualTo("samples");
    assertThat(answer.at("/pendingActivities/0/taskQueue/pollers/0/identity")).isNotEmpty();
  }

  @Test
  void retriedActivityShowsWhyItFailed(WorkflowClient client) {
    started("Activity", id, "'input':'external'");
    String activityId =
        awaitVerdict("ACTIVITY_RUNNING").at("/pendingActivities/0/activity/activityId");

    // A long stack trace would make Temporal keep "Failure exceeds size limit." and nothing else.
    IllegalStateException failure = new IllegalStateException("No stock.");
    failure.setStackTrace(new StackTraceElement[0]);
    client
        .newActivityCompletionClient()
        .completeExceptionally(id, Optional.empty(), activityId, failure);

    Answer answer = awaitVerdict("ACTIVITY_RETRYING");
    assertThat(answer.at("/explanation")).contains("attempt 2", "No stock.");
    assertThat(answer.json().at("/pendingActivities/0/activity/lastFailure").toString())
        .contains("No stock.");
    assertThat(answer.text()).doesNotContain("stackTrace", "\\tat ");
  }

  @Test
  void pausedActivityIsNamed(WorkflowClient client) {
    started("Activity", id, "'input':'external'");
    awaitVerdict("ACTIVITY_RUNNING");

    client
        .getWorkflowServiceStubs()
        .blockingStub()
        .pauseActivity(
            PauseActivityRequest.newBuilder()
                .setNamespace("default")
                .setExecution(WorkflowExecution.newBuilder().setWorkflowId(id))
                .setType("External")
                .build());

    assertThat(awaitVerdict("ACTIVITY_PAUSED").at("/explanation")).contains("'External'", "paused");
  }

  @Test
  void pausedExecutionTellsTheReason() {
    started("WaitForSignal", id);
    awaitVerdict("WAITING_FOR_MESSAGE");

    gateway.post("/workflows/" + id + "/pause", "{\"reason\":\"audit\"}").is(204);

    Answer answer = awaitVerdict("PAUSED");
    assertThat(answer.at("/status")).isEqualTo("PAUSED");
    assertThat(answer.at("/explanation")).contains("audit", "/unpause");
    assertThat(answer.json().at("/findings").findValuesAsString("verdict"))
        .containsExactly("PAUSED", "WAITING_FOR_MESSAGE");
  }

  @Test
  void closedExecutionHasNothingToWaitFor() {
    started("Nothing", id);
    gateway.get("/workflows/" + id + "/result?wait=20s").is(200);

    Answer answer = gateway.get(diagnosis).is(200);

    assertThat(answer.at("/verdict")).isEqualTo("CLOSED");
    assertThat(answer.at("/status")).isEqualTo("COMPLETED");
    assertThat(answer.at("/explanation")).contains("COMPLETED");
    assertThat(answer.json().at("/findings")).hasSize(1);
  }

  @Test
  void delayedStartTellsWhenItIsDue() {
    started("Nothing", id, "'startDelay':'10m'");

    Answer answer = gateway.get(diagnosis).is(200);

    assertThat(answer.at("/verdict")).isEqualTo("START_DELAYED");
    assertThat(answer.json().at("/findings")).hasSize(1);
    gateway.post("/workflows/" + id + "/terminate", "{}").is(204);
  }

  @Test
  void delayedStartWithoutWorkerHasBothFindings() {
    gateway
        .post(
            "/workflows",
            startUnworked("Greeting", "'workflowId':'" + id + "'", "'startDelay':'10m'"))
        .is(201);

    Answer answer = gateway.get(diagnosis).is(200);

    assertThat(answer.json().at("/findings").findValuesAsString("verdict"))
        .containsExactly("START_DELAYED", "NO_WORKFLOW_WORKER");
  }

  @Test
  void diagnosisIsThereUnderTheNamespaceAndForRun() {
    String runId = started("WaitForSignal", id).at("/runId");

    Answer answer = gateway.get("/namespaces/default" + diagnosis + "?runId=" + runId).is(200);

    assertThat(answer.at("/runId")).isEqualTo(runId);
    assertThat(answer.at("/links/self"))
        .isEqualTo("/namespaces/default/workflows/" + id + "?runId=" + runId);
  }

  @Test
  void diagnosisOfUnknownExecutionIs404() {
    Answer answer = gateway.get(diagnosis);

    answer.isProblem(404, "workflow-not-found");
    assertThat(answer.at("/workflowId")).isEqualTo(id);
    gateway
        .get("/namespaces/" + ABSENT_NAMESPACE + diagnosis)
        .isProblem(404, "namespace-not-found");
    gateway.get(diagnosis + "?runId=no-uuid").isProblem(422, "validation");
    gateway.post(diagnosis, "{}").isProblem(405, "method-not-allowed");
    gateway.get(diagnosis, "Accept", "text/html").is(406);
  }

  private Answer awaitVerdict(String verdict) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> gateway.get(diagnosis).is(200), answer -> answer.at("/verdict").equals(verdict));
  }
}
