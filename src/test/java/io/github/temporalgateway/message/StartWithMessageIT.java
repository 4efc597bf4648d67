package io.github.temporalgateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Starting an execution and talking to it in one step. */
class StartWithMessageIT extends RealGateway {

  @Test
  void signalWithStartStartsAndSignals() {
    String id = id("signal-start");

    Answer answer =
        gateway.post(
            "/workflows?wait=10s",
            start(
                "WaitForSignal",
                "'workflowId':'" + id + "'",
                "'signal':{'name':'proceed','input':42}"));

    answer.is(200);
    assertThat(answer.at("/result")).isEqualTo("42");
    assertThat(answer.at("/started")).isEqualTo("true");
  }

  @Test
  void signalWithStartSignalsTheOneThatIsOpen() {
    String id = id("signal-start");
    String run = started("WaitForSignal", id).at("/runId");

    Answer answer =
        gateway
            .post(
                "/workflows",
                start(
                    "WaitForSignal",
                    "'workflowId':'" + id + "'",
                    "'signal':{'name':'proceed','args':[7]}"))
            .is(200);

    assertThat(answer.at("/started")).isEqualTo("false");
    assertThat(answer.at("/runId")).isEqualTo(run);
    assertThat(gateway.get("/workflows/" + id + "/result?wait=10s").text()).isEqualTo("7");
  }

  @Test
  void signalWithStartHappensOnceForOneKey() {
    String body = start("WaitForSignal", "'signal':{'name':'proceed','input':1}");
    String key = id("key");

    Answer first = gateway.post("/workflows", body, "Idempotency-Key", key).is(201);
    gateway.get(first.at("/links/result") + "&wait=10s").is(200);
    Answer again = gateway.post("/workflows", body, "Idempotency-Key", key).is(200);

    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.at("/runId")).isEqualTo(first.at("/runId"));
    gateway
        .post("/workflows", body.replace(":1}", ":2}"), "Idempotency-Key", key)
        .isProblem(422, "idempotency-conflict");
  }

  @Test
  void updateWithStartAnswersAsTheUpdate() {
    String id = id("update-start");
    String body =
        start("WaitForSignal", "'workflowId':'" + id + "'", "'update':{'name':'add','input':3}");

    Answer first = gateway.post("/workflows?wait=10s", body).is(200);
    Answer second = gateway.post("/workflows?wait=10s", body).is(200);

    assertThat(first.text()).isEqualTo("3");
    assertThat(first.header("Temporal-Workflow-Started")).isEqualTo("true");
    assertThat(second.text()).isEqualTo("6");
    assertThat(second.header("Temporal-Workflow-Started")).isEqualTo("false");
    assertThat(second.header("Temporal-Run-Id")).isEqualTo(first.header("Temporal-Run-Id"));
  }

  @Test
  void updateWithStartTellsBothFailuresApart() {
    String id = id("update-start");
    String taken =
        start(
            "WaitForSignal",
            "'workflowId':'" + id + "'",
            "'idConflictPolicy':'FAIL'",
            "'update':{'name':'add','input':-1}");

    gateway.post("/workflows?wait=10s", taken).is(422);
    Answer refused = gateway.post("/workflows?wait=10s", taken);
    Answer failed =
        gateway.post(
            "/workflows?wait=10s", taken.replace("FAIL", "USE_EXISTING").replace("-1", "13"));

    refused.isProblem(409, "workflow-already-started");
    failed.is(424);
    assertThat(failed.at("/code")).isEqualTo("update-failed");
  }

  @Test
  void longUpdateWithStartIs202() {
    Answer accepted =
        gateway.post(
            "/workflows", start("WaitForSignal", "'update':{'name':'addLater','input':3}"));

    accepted.is(202);
    assertThat(accepted.at("/stage")).isEqualTo("ACCEPTED");
    gateway.get(accepted.header("Location")).is(202);
  }

  @Test
  void manyParallelCallsWithOneKeyUpdateOnce() {
    String key = id("key");
    String body = start("WaitForSignal", "'update':{'name':'add','input':3}");

    List<Answer> answers = parallel("/workflows?wait=20s", body, key);

    assertThat(answers).allSatisfy(answer -> assertThat(answer.is(200).text()).isEqualTo("3"));
    assertThat(answers.stream().map(answer -> answer.header("Temporal-Run-Id")))
        .containsOnly(answers.getFirst().header("Temporal-Run-Id"));
  }

  @Test
  void manyParallelSignalsAndUpdatesWithOneKeyHappenOnce() {
    String id = id("once");
    started("WaitForSignal", id);
    String workflow = "/workflows/" + id;

    List<Answer> updates = parallel(workflow + "/updates/add?wait=20s", "{\"input\":2}", id);
    List<Answer> signals = parallel(workflow + "/signals/other", "{}", id);

    assertThat(updates).allSatisfy(answer -> assertThat(answer.is(200).text()).isEqualTo("2"));
    assertThat(signals).allSatisfy(answer -> answer.is(202));
    assertThat(gateway.get(workflow + "/queries/state").at("/total")).isEqualTo("2");
  }

  @Test
  void withoutWorkerUpdateWithStartIs503() {
    gateway
        .post("/workflows", startUnworked("WaitForSignal", "'update':{'name':'add','input':3}"))
        .isProblem(503, "no-worker");
  }

  @Test
  void signalAndUpdateTogetherAreRefused() {
    gateway
        .post(
            "/workflows", start("WaitForSignal", "'signal':{'name':'a'}", "'update':{'name':'b'}"))
        .isProblem(422, "validation");
    gateway.post("/workflows", start("WaitForSignal", "'signal':{}")).isProblem(422, "validation");
  }

  private List<Answer> parallel(String path, String body, String key) {
    return Stream.generate(() ->
            CompletableFuture.supplyAsync(
                () -> gateway.post(path, body, "Idempotency-Key", key), Thread::startVirtualThread))
        .limit(100)
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }
}
