package io.github.temporalgateway.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import io.temporal.client.WorkflowClient;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a caller learns of an execution by its result and its outcome, however it went. */
class OutcomeIT extends RealGateway {

  @Test
  void runningExecutionHasNoResultYet() {
    String id = id("running");
    String runId = started("WaitForSignal", id).at("/runId");

    Answer result = gateway.get("/workflows/" + id + "/result");
    Answer outcome = gateway.get("/workflows/" + id + "/outcome");

    for (Answer answer : new Answer[] {result, outcome}) {
      answer.is(202);
      assertThat(answer.header("Retry-After")).isEqualTo("1");
      assertThat(answer.header("Content-Type")).isEqualTo("application/json");
      assertThat(answer.header("Preference-Applied")).isEmpty();
      assertThat(answer.header("Temporal-Workflow-Status")).isEqualTo("RUNNING");
      assertThat(answer.at("/namespace")).isEqualTo("default");
      assertThat(answer.at("/workflowId")).isEqualTo(id);
      assertThat(answer.at("/runId")).isEqualTo(runId);
      assertThat(answer.at("/status")).isEqualTo("RUNNING");
      assertThat(answer.json().has("result")).isFalse();
    }
    assertThat(result.header("Location")).isEqualTo("/workflows/" + id + "/result?runId=" + runId);
  }

  @Test
  void elapsedWaitAnswersLikeNoWait() {
    String id = id("elapsed");
    started("WaitForSignal", id);

    Answer result = gateway.get("/workflows/" + id + "/result", "Prefer", "wait=1");
    Answer outcome = gateway.get("/workflows/" + id + "/outcome?wait=1s");

    assertThat(result.is(202).header("Preference-Applied")).isEqualTo("wait=1");
    assertThat(outcome.is(202).at("/status")).isEqualTo("RUNNING");
  }

  @Test
  void runningExecutionIsNoReasonToRefuseACallerWhoWantsBytes() {
    String id = id("bytes");
    started("WaitForSignal", id);

    Answer answer =
        gateway.get("/workflows/" + id + "/result", "Accept", "application/octet-stream");

    assertThat(answer.is(202).at("/status")).isEqualTo("RUNNING");
  }

  @Test
  void completedExecutionHasItsResultInTheOutcome() {
    String id = id("completed");
    started("Greeting", id);

    Answer outcome = outcome(id);

    assertThat(outcome.at("/status")).isEqualTo("COMPLETED");
    assertThat(outcome.at("/result")).isEqualTo("Hello, World!");
    assertThat(Instant.parse(outcome.at("/closeTime"))).isAfter(Instant.EPOCH);
    assertThat(outcome.at("/links/self")).startsWith("/workflows/" + id + "?runId=");
    assertThat(outcome.json().has("failure")).isFalse();
    assertThat(outcome.json().has("newRunId")).isFalse();
  }

  @Test
  void failedExecutionHasItsFailureInTheOutcome() {
    String id = id("failed");
    started("Fail", id);

    Answer outcome = outcome(id);

    assertThat(outcome.at("/status")).isEqualTo("FAILED");
    assertThat(outcome.at("/failure/type")).isEqualTo("OutOfStock");
    assertThat(outcome.at("/failure/cause/type")).isEqualTo("EmptyShelf");
    assertThat(outcome.text()).doesNotContain("stackTrace");
    assertThat(outcome.json().has("result")).isFalse();
    gateway.get("/workflows/" + id + "/result").isProblem(424, "workflow-failed");
  }

  @Test
  void canceledExecutionSaysSo(WorkflowClient client) {
    String id = id("canceled");
    started("Sleep", id, "'input':60");
    WorkflowsInTests.cancelWhenThere(client, id);

    Answer outcome = outcome(id);

    assertThat(outcome.at("/status")).isEqualTo("CANCELED");
    assertThat(outcome.at("/failure/type")).isEqualTo("Canceled");
    gateway.get("/workflows/" + id + "/result").isProblem(424, "workflow-canceled");
  }

  @Test
  void terminatedExecutionTellsTheReason(WorkflowClient client) {
    String id = id("terminated");
    started("WaitForSignal", id);
    WorkflowsInTests.terminateWhenThere(client, id, "enough");

    Answer outcome = outcome(id);

    assertThat(outcome.at("/status")).isEqualTo("TERMINATED");
    assertThat(outcome.at("/failure/message")).isEqualTo("enough");
    assertThat(outcome.at("/failure/details/0")).isEqualTo("detail");
    assertThat(gateway.get("/workflows/" + id + "/result").is(424).at("/code"))
        .isEqualTo("workflow-terminated");
  }

  @Test
  void timedOutExecutionHasNoFailureOfItsOwn() {
    String id = id("timed-out");
    started("WaitForSignal", id, "'executionTimeout':'1s'");

    Answer outcome = outcome(id);

    assertThat(outcome.at("/status")).isEqualTo("TIMED_OUT");
    assertThat(outcome.json().has("failure")).isFalse();
    gateway.get("/workflows/" + id + "/result").isProblem(424, "workflow-timed-out");
  }

  @Test
  void retryOfAnActivityIsNoFailure() {
    String id = id("activity");
    started("Activity", id, "'executionTimeout':'20s'");

    assertThat(outcome(id).at("/result")).isEqualTo("attempt 2");
  }

  @Test
  void withoutARunIdContinuationsAreFollowed() {
    String id = id("chain");
    String first = started("ContinueAsNew", id, "'args':[2]").at("/runId");

    Answer result = gateway.get("/workflows/" + id + "/result?wait=10");
    Answer outcome = outcome(id);

    assertThat(result.is(200).text()).isEqualTo("3");
    assertThat(result.header("Temporal-Run-Id")).isNotEqualTo(first);
    assertThat(outcome.at("/status")).isEqualTo("COMPLETED");
    assertThat(outcome.at("/runId")).isEqualTo(result.header("Temporal-Run-Id"));
  }

  @Test
  void withARunIdTheCallerIsSentToTheNextRun() {
    String id = id("run");
    String first = started("ContinueAsNew", id, "'args':[1]").at("/runId");
    String last =
        gateway.get("/workflows/" + id + "/result?wait=10").is(200).header("Temporal-Run-Id");

    Answer result = gateway.get("/workflows/" + id + "/result?runId=" + first).is(303);
    Answer outcome = gateway.get("/workflows/" + id + "/outcome?runId=" + first).is(200);

    assertThat(result.header("Location")).isEqualTo("/workflows/" + id + "/result?runId=" + last);
    assertThat(result.header("Temporal-Workflow-Status")).isEqualTo("CONTINUED_AS_NEW");
    assertThat(outcome.at("/status")).isEqualTo("CONTINUED_AS_NEW");
    assertThat(outcome.at("/newRunId")).isEqualTo(last);
    assertThat(gateway.get(result.header("Location")).is(200).text()).isEqualTo("2");
  }

  @Test
  void descriptionTellsThePendingActivity() {
    String id = id("pending");
    started("Activity", id, "'input':'external'");

    Answer description =
        await()
            .until(
                () -> gateway.get("/workflows/" + id).is(200),
                answer -> !answer.at("/pendingActivities/0/heartbeatDetails/0").isEmpty());

    assertThat(description.at("/pendingActivities/0/activityType")).isEqualTo("External");
    assertThat(description.at("/pendingActivities/0/attempt")).isEqualTo("1");
    assertThat(description.at("/pendingActivities/0/state")).isEqualTo("STARTED");
  }

  private Answer outcome(String id) {
    return gateway.get("/workflows/" + id + "/outcome?wait=20s").is(200);
  }
}
