package io.github.temporalgateway.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a start does when its Workflow Id is taken, by the policies that the caller chose. */
class TakenWorkflowIdIT extends RealGateway {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ALLOW_DUPLICATE,             FAIL,               409
          ALLOW_DUPLICATE,             USE_EXISTING,       200
          ALLOW_DUPLICATE,             TERMINATE_EXISTING, 201
          ALLOW_DUPLICATE_FAILED_ONLY, FAIL,               409
          ALLOW_DUPLICATE_FAILED_ONLY, USE_EXISTING,       200
          ALLOW_DUPLICATE_FAILED_ONLY, TERMINATE_EXISTING, 201
          REJECT_DUPLICATE,            FAIL,               409
          REJECT_DUPLICATE,            USE_EXISTING,       200
          REJECT_DUPLICATE,            TERMINATE_EXISTING, 422
          """)
  void runningExecutionIsDealtWithAsTheConflictPolicySays(
      String reuse, String conflict, int status) {
    String id = id("running");
    String runId = started("WaitForSignal", id).at("/runId");

    Answer answer =
        gateway.post("/workflows", start("WaitForSignal", policies(id, reuse, conflict)));

    isAsExpected(answer.is(status), id, runId);
    assertThat(gateway.get("/workflows/" + id + "?runId=" + runId).at("/status"))
        .isEqualTo(status == 201 ? "TERMINATED" : "RUNNING");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ALLOW_DUPLICATE,             FAIL,               201
          ALLOW_DUPLICATE,             USE_EXISTING,       201
          ALLOW_DUPLICATE,             TERMINATE_EXISTING, 201
          ALLOW_DUPLICATE_FAILED_ONLY, FAIL,               409
          ALLOW_DUPLICATE_FAILED_ONLY, USE_EXISTING,       409
          ALLOW_DUPLICATE_FAILED_ONLY, TERMINATE_EXISTING, 409
          REJECT_DUPLICATE,            FAIL,               409
          REJECT_DUPLICATE,            USE_EXISTING,       409
          """)
  void completedExecutionIsDealtWithAsTheReusePolicySays(
      String reuse, String conflict, int status) {
    String id = id("completed");
    String runId = started("Nothing", id).at("/runId");
    gateway.get("/workflows/" + id + "/result?wait=10").is(200);

    Answer answer = gateway.post("/workflows", start("Nothing", policies(id, reuse, conflict)));

    isAsExpected(answer.is(status), id, runId);
  }

  @ParameterizedTest
  @CsvSource({"ALLOW_DUPLICATE, 201", "ALLOW_DUPLICATE_FAILED_ONLY, 201", "REJECT_DUPLICATE, 409"})
  void failedExecutionMayBeFollowedByAnother(String reuse, int status) {
    String id = id("failed");
    String runId = started("Fail", id).at("/runId");
    gateway.get("/workflows/" + id + "/result?wait=10").is(424);

    Answer answer = gateway.post("/workflows", start("Fail", policies(id, reuse, "FAIL")));

    isAsExpected(answer.is(status), id, runId);
  }

  @Test
  void withoutPoliciesARunningExecutionIsInTheWayAndAClosedOneIsNot(WorkflowClient client) {
    String id = id("default");
    String first = started("WaitForSignal", id).at("/runId");
    String body = start("WaitForSignal", "'workflowId':'" + id + "'");

    gateway.post("/workflows", body).isProblem(409, "workflow-already-started");
    WorkflowsInTests.terminateWhenThere(client, id, "over");

    assertThat(gateway.post("/workflows", body).is(201).at("/runId")).isNotEqualTo(first);
  }

  @Test
  void theExecutionInTheWayIsNamedBelowTheSameNamespacePath() {
    String id = id("path");
    String runId = started("WaitForSignal", id).at("/runId");

    Answer answer =
        gateway.post(
            "/namespaces/default/workflows", start("WaitForSignal", "'workflowId':'" + id + "'"));

    answer.isProblem(409, "workflow-already-started");
    assertThat(answer.header("Location"))
        .isEqualTo("/namespaces/default/workflows/" + id + "?runId=" + runId);
  }

  @Test
  void attachingAndWaitingAnswersWithTheResultOfTheRunningExecution(WorkflowClient client) {
    String id = id("attach");
    String runId = started("WaitForSignal", id).at("/runId");
    String body = start("WaitForSignal", policies(id, "ALLOW_DUPLICATE", "USE_EXISTING"));
    FutureTask<Answer> waiting =
        new FutureTask<>(() -> gateway.post("/workflows", body, "Prefer", "wait=20"));
    Thread.startVirtualThread(waiting);
    await().until(() -> rpcs.openHistoryCalls(id) == 1);

    WorkflowsInTests.proceedWhenThere(client, id, "done");

    assertThat(waiting)
        .succeedsWithin(Duration.ofSeconds(15))
        .satisfies(answer -> {
          assertThat(answer.is(200).at("/started")).isEqualTo("false");
          assertThat(answer.at("/result")).isEqualTo("done");
          assertThat(answer.at("/runId")).isEqualTo(runId);
        });
  }

  private static void isAsExpected(Answer answer, String id, String runId) {
    switch (answer.status()) {
      case 201 -> {
        assertThat(answer.at("/started")).isEqualTo("true");
        assertThat(answer.at("/runId")).isNotEqualTo(runId);
      }
      case 200 -> {
        assertThat(answer.at("/started")).isEqualTo("false");
        assertThat(answer.at("/runId")).isEqualTo(runId);
        assertThat(answer.at("/status")).isEqualTo("RUNNING");
        assertThat(answer.header("Location")).isEmpty();
      }
      case 409 -> {
        answer.isProblem(409, "workflow-already-started");
        assertThat(answer.at("/workflowId")).isEqualTo(id);
        assertThat(answer.at("/runId")).isEqualTo(runId);
        assertThat(answer.header("Location")).isEqualTo("/workflows/" + id + "?runId=" + runId);
        assertThat(answer.header("Temporal-Run-Id")).isEqualTo(runId);
      }
      default -> answer.isProblem(422, "invalid-argument");
    }
  }

  private static String[] policies(String id, String reuse, String conflict) {
    return new String[] {
      "'workflowId':'" + id + "'",
      "'idReusePolicy':'" + reuse + "'",
      "'idConflictPolicy':'" + conflict + "'"
    };
  }
}
