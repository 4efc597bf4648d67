package io.github.temporalgateway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.temporal.client.WorkflowClient;
import org.junit.jupiter.api.Test;

/** What a caller sees of {@code POST /workflows} when it waits for the Workflow to close. */
class StartAndWaitIT extends RealGateway {

  @Test
  void completionWithinTheWaitAnswersWithTheResult() {
    Answer answer =
        gateway.post("/workflows", start("Greeting", "'input':'World'"), "Prefer", "wait=10");

    answer.is(200);
    assertThat(answer.at("/result")).isEqualTo("Hello, World!");
    assertThat(answer.at("/status")).isEqualTo("COMPLETED");
    assertThat(answer.at("/started")).isEqualTo("true");
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=10");
    assertThat(answer.header("Temporal-Workflow-Status")).isEqualTo("COMPLETED");
  }

  @Test
  void theQueryParameterWaitsLikeThePreference() {
    for (String wait : new String[] {"10", "10s", "PT10S"}) {
      Answer answer = gateway.post("/workflows?wait=" + wait, start("Nothing")).is(200);

      assertThat(answer.json().at("/result").isNull()).isTrue();
      assertThat(answer.header("Preference-Applied")).isEqualTo("wait=10");
    }
  }

  @Test
  void elapsedWaitAnswersWithWhereTheResultWillBe() {
    Answer answer = gateway.post("/workflows", start("WaitForSignal"), "Prefer", "wait=1");

    answer.is(202);
    assertThat(answer.at("/status")).isEqualTo("RUNNING");
    assertThat(answer.at("/started")).isEqualTo("true");
    assertThat(answer.json().has("result")).isFalse();
    assertThat(answer.header("Location")).isEqualTo(answer.at("/links/result"));
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=1");
    gateway.get(answer.header("Location")).is(202);
  }

  @Test
  void waitIsCappedAndSaysSo() {
    for (String wait : new String[] {"999999", "99999999999999999999"}) {
      Answer answer = gateway.post("/workflows", start("Nothing"), "Prefer", "wait=" + wait);

      assertThat(answer.is(200).header("Preference-Applied")).isEqualTo("wait=50");
    }
  }

  @Test
  void waitOfZeroDoesNotWait() {
    Answer answer = gateway.post("/workflows", start("WaitForSignal"), "Prefer", "wait=0");

    assertThat(answer.is(201).header("Preference-Applied")).isEqualTo("wait=0");
  }

  @Test
  void waitIsFoundAmongOtherPreferences() {
    Answer answer =
        gateway.post(
            "/workflows",
            start("Nothing"),
            "Prefer",
            "respond-async",
            "Prefer",
            "handling=strict, Wait=\"10\"; foo");

    assertThat(answer.is(200).header("Preference-Applied")).isEqualTo("wait=10");
  }

  @Test
  void failureOfTheWorkflowIsTheCallersToSee() {
    Answer answer = gateway.post("/workflows", start("Fail"), "Prefer", "wait=10");

    answer.isProblem(424, "workflow-failed");
    assertThat(answer.at("/detail")).isEqualTo("Item 4711 is out of stock.");
    assertThat(answer.at("/workflowStatus")).isEqualTo("FAILED");
    assertThat(answer.at("/retryable")).isEqualTo("false");
    assertThat(answer.header("Temporal-Workflow-Status")).isEqualTo("FAILED");
    assertThat(answer.header("Temporal-Workflow-Id")).isEqualTo(answer.at("/workflowId"));
    assertThat(answer.header("Temporal-Run-Id")).isEqualTo(answer.at("/runId"));
    assertThat(answer.at("/failure/message")).isEqualTo("Item 4711 is out of stock.");
    assertThat(answer.at("/failure/type")).isEqualTo("OutOfStock");
    assertThat(answer.at("/failure/nonRetryable")).isEqualTo("true");
    assertThat(answer.at("/failure/details/0/item")).isEqualTo("4711");
    assertThat(answer.at("/failure/details/1")).isEqualTo("second detail");
    assertThat(answer.at("/failure/source")).isEqualTo("JavaSDK");
    assertThat(answer.at("/failure/cause/message")).isEqualTo("Shelf 12 is empty.");
    assertThat(answer.at("/failure/cause/type")).isEqualTo("EmptyShelf");
    assertThat(answer.text()).doesNotContain("stackTrace", "Fail.java");
  }

  @Test
  void failureHasItsStackTraceWhereTheOperatorWantsIt(TemporalDevServer server) {
    try (OwnGateway own =
        OwnGateway.start(server.target(), "gateway.errors.include-stack-trace=true")) {
      Answer answer = own.client().post("/workflows", start("Fail"), "Prefer", "wait=10");

      assertThat(answer.is(424).at("/failure/stackTrace")).contains("Fail.java");
      assertThat(answer.at("/failure/cause/stackTrace")).contains("Fail.java");
    }
  }

  @Test
  void runTimeoutIsToldApartFromAFailure() {
    Answer answer =
        gateway.post(
            "/workflows", start("WaitForSignal", "'runTimeout':'1s'"), "Prefer", "wait=20");

    answer.isProblem(424, "workflow-timed-out");
    assertThat(answer.at("/workflowStatus")).isEqualTo("TIMED_OUT");
    assertThat(answer.json().has("failure")).isFalse();
  }

  @Test
  void cancellationIsToldApartFromAFailure(WorkflowClient client) {
    String id = id("cancel");
    Thread.startVirtualThread(() -> WorkflowsInTests.cancelWhenThere(client, id));

    Answer answer =
        gateway.post(
            "/workflows",
            start("Sleep", "'workflowId':'" + id + "'", "'input':60"),
            "Prefer",
            "wait=20");

    answer.isProblem(424, "workflow-canceled");
    assertThat(answer.at("/workflowStatus")).isEqualTo("CANCELED");
    assertThat(answer.at("/failure/type")).isEqualTo("Canceled");
  }

  @Test
  void terminationComesWithItsReason(WorkflowClient client) {
    String id = id("terminate");
    Thread.startVirtualThread(() -> WorkflowsInTests.terminateWhenThere(client, id, "no more"));

    Answer answer =
        gateway.post(
            "/workflows", start("WaitForSignal", "'workflowId':'" + id + "'"), "Prefer", "wait=20");

    answer.isProblem(424, "workflow-terminated");
    assertThat(answer.at("/detail")).isEqualTo("no more");
    assertThat(answer.at("/failure/type")).isEqualTo("Terminated");
    assertThat(answer.at("/failure/message")).isEqualTo("no more");
    assertThat(answer.at("/failure/details/0")).isEqualTo("detail");
  }

  @Test
  void waitFollowsContinuationsToTheLastRun() {
    Answer answer =
        gateway.post("/workflows", start("ContinueAsNew", "'args':[3]"), "Prefer", "wait=20");

    assertThat(answer.is(200).at("/result")).isEqualTo("4");
    assertThat(answer.at("/runId")).isNotEqualTo(answer.at("/firstExecutionRunId"));
    assertThat(answer.header("Temporal-Run-Id")).isEqualTo(answer.at("/runId"));
    assertThat(answer.at("/links/result")).endsWith(answer.at("/runId"));
  }

  @Test
  void waitFollowsRetriesOfTheWorkflow() {
    Answer answer =
        gateway.post(
            "/workflows",
            start(
                "WaitForSignal",
                "'runTimeout':'1s'",
                "'retryPolicy':{'maximumAttempts':2,'initialInterval':'100ms'}"),
            "Prefer",
            "wait=20");

    answer.isProblem(424, "workflow-timed-out");
    assertThat(
            gateway
                .get("/workflows/" + answer.at("/workflowId") + "?runId=" + answer.at("/runId"))
                .at("/firstExecutionRunId"))
        .isNotEqualTo(answer.at("/runId"));
  }
}
