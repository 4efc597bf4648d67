package io.github.temporalgateway.workflow.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a caller sees when it interferes with an execution. */
class CommandsIT extends RealGateway {

  private String workflow = "";
  private String firstRun = "";

  @BeforeEach
  void startWorkflow() {
    String id = id("commands");
    firstRun = started("WaitForSignal", id).at("/runId");
    workflow = "/workflows/" + id;
    gateway.get(workflow + "/queries/state").is(200);
  }

  @Test
  void cancelAsksTheWorkflowToEnd() {
    gateway.post(workflow + "/cancel", "{\"reason\":\"no longer wanted\"}").is(202);
    assertThat(gateway.send("POST", workflow + "/cancel").status()).isIn(202, 409);

    gateway.get(workflow + "/result?wait=10s").isProblem(424, "workflow-canceled");
    gateway.post(workflow + "/cancel", "{}").isProblem(409, "workflow-closed");
  }

  @Test
  void terminateEndsTheExecutionAtOnce() {
    gateway
        .post(workflow + "/terminate", "{\"reason\":\"broken\",\"details\":{\"by\":1.10}}")
        .is(204);

    Answer result = gateway.get(workflow + "/result");
    result.isProblem(424, "workflow-terminated");
    assertThat(result.text()).contains("broken", "{\"by\":1.10}");
    gateway.send("POST", workflow + "/terminate").isProblem(409, "workflow-closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FIRST_WORKFLOW_TASK", "LAST_WORKFLOW_TASK"})
  void resetStartsNewRunFromTheType(String type) {
    gateway.post(workflow + "/updates/add?wait=10s", "{\"input\":5}").is(200);

    Answer reset = gateway.post(workflow + "/reset", "{\"type\":\"" + type + "\"}").is(201);

    JsonNode now = gateway.get(workflow).is(200).json();
    assertThat(reset.at("/runId")).isEqualTo(now.get("runId").asString());
    assertThat(reset.at("/firstExecutionRunId"))
        .isEqualTo(firstRun)
        .isEqualTo(now.get("firstExecutionRunId").asString());
    assertThat(reset.at("/workflowType")).isEqualTo("WaitForSignal");
    assertThat(reset.at("/taskQueue")).isEqualTo("samples");
    assertThat(reset.at("/status")).isEqualTo("RUNNING");
    assertThat(reset.at("/started")).isEqualTo("true");
    assertThat(reset.header("Location")).isEqualTo(reset.at("/links/self"));
    gateway.get(reset.header("Location")).is(200);
    gateway.post(workflow + "/signals/proceed", "{\"input\":\"again\"}").is(202);
    assertThat(gateway.get(reset.at("/links/result") + "&wait=10s").is(200).text())
        .isEqualTo("\"again\"");
  }

  @Test
  void resetByEventCanLeaveOutWhatCameLater() {
    gateway.post(workflow + "/signals/proceed", "{\"input\":1}").is(202);
    gateway.get(workflow + "/result?wait=10s").is(200);

    Answer reset =
        gateway
            .post(
                workflow + "/reset",
                "{\"workflowTaskFinishEventId\":4,\"reapplyExclude\":[\"SIGNAL\"],\"reason\":\"x\"}")
            .is(201);

    gateway.get(reset.at("/links/result")).is(202);
  }

  @Test
  void resetWithOneKeyHappensOnce() {
    String key = id("key");
    List<Answer> answers =
        Stream.generate(() ->
                CompletableFuture.supplyAsync(
                    () ->
                        gateway.post(
                            workflow + "/reset",
                            "{\"type\":\"FIRST_WORKFLOW_TASK\"}",
                            "Idempotency-Key",
                            key),
                    Thread::startVirtualThread))
            .limit(30)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).allSatisfy(answer -> answer.is(201));
    Set<String> runs = answers.stream().map(a -> a.at("/runId")).collect(Collectors.toSet());
    assertThat(runs).hasSize(1);
  }

  @Test
  void badResetIsRefused() {
    gateway.post(workflow + "/reset", "{}").isProblem(422, "validation");
    gateway
        .post(
            workflow + "/reset",
            "{\"type\":\"FIRST_WORKFLOW_TASK\",\"workflowTaskFinishEventId\":4}")
        .isProblem(422, "validation");
    gateway.post(workflow + "/reset", "{\"type\":\"BUILD_ID\"}").isProblem(422, "validation");
    gateway
        .post(workflow + "/reset", "{\"type\":\"BUILD_ID\",\"buildId\":\"none\"}")
        .isProblem(409, "conflict");
    gateway
        .post(workflow + "/reset", "{\"workflowTaskFinishEventId\":0}")
        .isProblem(422, "validation");
    gateway
        .post(workflow + "/reset", "{\"workflowTaskFinishEventId\":9999}")
        .isProblem(422, "invalid-argument");
    gateway.post(workflow + "/reset", "{\"type\":\"SECOND\"}").isProblem(422, "validation");
  }

  @Test
  void pauseStopsAndUnpauseGoesOn() {
    gateway.post(workflow + "/pause", "{\"reason\":\"look\"}").is(204);
    await()
        .untilAsserted(() -> assertThat(gateway.get(workflow).at("/status")).isEqualTo("PAUSED"));
    gateway.send("POST", workflow + "/unpause").is(204);
    gateway.post(workflow + "/signals/proceed", "{}").is(202);

    gateway.get(workflow + "/result?wait=20s").is(200);
    gateway.post(workflow + "/pause", "{}").isProblem(409, "workflow-closed");
    gateway.post(workflow + "/unpause", "{}").isProblem(409, "workflow-closed");
    patch("{\"priority\":{\"priorityKey\":2}}").isProblem(409, "workflow-closed");
  }

  @Test
  void optionsCanBeSetAndTakenBack() {
    Answer set =
        patch("{\"priority\":{\"priorityKey\":2},\"versioningOverride\":{\"autoUpgrade\":true}}");

    set.is(200);
    assertThat(set.at("/priority/priorityKey")).isEqualTo("2");
    assertThat(set.at("/versioningOverride/autoUpgrade")).isEqualTo("true");
    assertThat(patch("{\"unset\":[\"VERSIONING_OVERRIDE\"]}").is(200).text())
        .doesNotContain("versioningOverride");
    patch("{}").isProblem(422, "validation");
    patch("{\"priority\":{\"priorityKey\":2},\"unset\":[\"PRIORITY\"]}")
        .isProblem(422, "validation");
  }

  @Test
  void deletedExecutionIsGone() {
    gateway.send("DELETE", workflow).is(202);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> gateway.get(workflow).isProblem(404, "workflow-not-found"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cancel", "/terminate", "/pause", "/unpause", "/reset"})
  void commandToUnknownExecutionIs404(String command) {
    gateway
        .post(
            "/workflows/unknown" + command,
            command.equals("/reset") ? "{\"type\":\"FIRST_WORKFLOW_TASK\"}" : "{}")
        .isProblem(404, "workflow-not-found");
    gateway.get(workflow + command).isProblem(405, "method-not-allowed");
    gateway.post(workflow + command, "{\"raeson\":\"x\"}").isProblem(422, "validation");
  }

  @Test
  void deleteAndOptionsOfUnknownExecutionAre404() {
    gateway.send("DELETE", "/workflows/unknown").isProblem(404, "workflow-not-found");
    gateway
        .patch("/workflows/unknown/options", "{\"unset\":[\"PRIORITY\"]}")
        .isProblem(404, "workflow-not-found");
  }

  private Answer patch(String body) {
    return gateway.patch(workflow + "/options", body);
  }
}
