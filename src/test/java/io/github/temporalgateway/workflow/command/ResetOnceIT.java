package io.github.temporalgateway.workflow.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A command that is sent twice happens once. */
class ResetOnceIT extends RealGateway {

  private static final String FIRST = "{\"type\":\"FIRST_WORKFLOW_TASK\"}";

  private String workflow = "";
  private String firstRun = "";

  @BeforeEach
  void startWorkflow() {
    String id = id("reset-once");
    firstRun = started("WaitForSignal", id).at("/runId");
    workflow = "/workflows/" + id;
    gateway.get(workflow + "/queries/state").is(200);
  }

  @Test
  void hundredResetsWithOneKeyMakeOneRun() {
    List<Answer> answers = hundred(() -> reset(workflow, FIRST, "k"));

    assertThat(answers).allSatisfy(answer -> answer.is(201));
    assertThat(answers).extracting(answer -> answer.at("/runId")).containsOnly(latestRun());
    assertThat(answers)
        .filteredOn(answer -> answer.header("Idempotent-Replayed").isEmpty())
        .hasSize(1);
  }

  @Test
  void resetOfNamedRunHappensOnceToo() {
    String named = workflow + "?runId=" + firstRun;

    Answer first = reset(named, FIRST, "k").is(201);
    Answer again = reset(named, FIRST, "k").is(201);

    assertThat(again.at("/runId")).isEqualTo(first.at("/runId")).isEqualTo(latestRun());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.at("/workflowType")).isEqualTo("WaitForSignal");
    assertThat(again.at("/started")).isEqualTo("false");
  }

  @Test
  void keyLeadsToItsOwnRunWhenAnotherResetCameLater() {
    Answer first = reset(workflow, FIRST, "one").is(201);
    gateway.get(workflow + "/queries/state").is(200);
    Answer second = reset(workflow, "{\"type\":\"LAST_WORKFLOW_TASK\"}", "two").is(201);

    Answer again = reset(workflow, FIRST, "one").is(201);

    assertThat(again.at("/runId")).isEqualTo(first.at("/runId"));
    assertThat(latestRun()).isEqualTo(second.at("/runId"));
  }

  @Test
  void keyWithAnotherRequestIsConflict() {
    reset(workflow, FIRST, "k").is(201);

    reset(workflow, "{\"type\":\"FIRST_WORKFLOW_TASK\",\"reapplyExclude\":[\"SIGNAL\"]}", "k")
        .isProblem(422, "idempotency-conflict");
    reset(workflow, FIRST, "\"\"").isProblem(422, "validation");
  }

  @Test
  void hundredTerminationsEndItOnce() {
    List<Answer> answers = hundred(() -> gateway.post(workflow + "/terminate", "{}"));

    assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 204)
        .allSatisfy(answer -> answer.isProblem(409, "workflow-closed"));
  }

  @Test
  void hundredCancellationsEndIt() {
    List<Answer> answers = hundred(() -> gateway.post(workflow + "/cancel", "{}"));

    assertThat(answers).extracting(Answer::status).containsAnyOf(202).isSubsetOf(202, 409);
    gateway.get(workflow + "/result?wait=20s").isProblem(424, "workflow-canceled");
  }

  private Answer reset(String target, String body, String key) {
    String path = target.contains("?") ? target.replace("?", "/reset?") : target + "/reset";
    return gateway.post(path, body, "Idempotency-Key", key);
  }

  private String latestRun() {
    return gateway.get(workflow).is(200).at("/runId");
  }

  private static List<Answer> hundred(Supplier<Answer> call) {
    List<CompletableFuture<Answer>> calls =
        Stream.generate(() -> CompletableFuture.supplyAsync(call, Thread::startVirtualThread))
            .limit(100)
            .toList();
    return calls.stream().map(CompletableFuture::join).toList();
  }
}
