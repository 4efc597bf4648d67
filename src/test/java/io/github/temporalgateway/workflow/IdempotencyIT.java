package io.github.temporalgateway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.temporal.client.WorkflowClient;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A start with an {@code Idempotency-Key} happens once, however often it is sent. */
class IdempotencyIT extends RealGateway {

  private final String key = "key-" + UUID.randomUUID();

  @Test
  void replayAnswersWithTheRunThatTheFirstRequestStarted() {
    String body = start("WaitForSignal");

    Answer first = keyed(body).is(201);
    Answer second = keyed(body).is(200);

    assertThat(first.at("/started")).isEqualTo("true");
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(second.at("/started")).isEqualTo("false");
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    for (String member :
        List.of("/workflowId", "/runId", "/firstExecutionRunId", "/workflowType")) {
      assertThat(second.at(member)).isNotEmpty().isEqualTo(first.at(member));
    }
    assertThat(second.json().at("/links")).isEqualTo(first.json().at("/links"));
  }

  @Test
  void keyMakesTheIdWhenTheCallerNamesNone() {
    String id = keyed(start("WaitForSignal")).is(201).at("/workflowId");
    String other = keyed(start("Nothing")).is(201).at("/workflowId");

    assertThat(UUID.fromString(id).version()).isEqualTo(5);
    assertThat(other).isNotEqualTo(id);
  }

  @Test
  void keyReadsTheSameQuotedOrBare() {
    String body = start("WaitForSignal");
    String runId = keyed(body).is(201).at("/runId");

    Answer quoted = gateway.post("/workflows", body, "Idempotency-Key", '"' + key + '"').is(200);

    assertThat(quoted.at("/runId")).isEqualTo(runId);
  }

  @Test
  void sameKeyWithAnotherRequestIsRefused() {
    Answer first = keyed(start("WaitForSignal", "'memo':{'n':1}")).is(201);

    Answer answer = keyed(start("WaitForSignal", "'memo':{'n':2}"));

    answer.isProblem(422, "idempotency-conflict");
    assertThat(answer.at("/workflowId")).isEqualTo(first.at("/workflowId"));
    assertThat(answer.at("/runId")).isEqualTo(first.at("/runId"));
  }

  @Test
  void orderAndSpacingOfTheBodyDoNotMakeAnotherRequest() {
    keyed(start("WaitForSignal", "'input':1", "'memo':{'a':1,'b':2}")).is(201);

    keyed(
            "{ \"memo\": {\"b\":2, \"a\":1}, \"input\": 1, \"taskQueue\":\"samples\",\n"
                + "\"workflowType\":\"WaitForSignal\" }")
        .is(200);
  }

  @Test
  void traceContextDoesNotMakeAnotherRequest() {
    String body = start("WaitForSignal");
    String trace = "00-0af7651916cd43dd8448eb211c80319%x-b7ad6b7169203331-01";
    for (int attempt = 0; attempt < 2; attempt++) {
      gateway
          .post("/workflows", body, "Idempotency-Key", key, "traceparent", trace.formatted(attempt))
          .is(attempt == 0 ? 201 : 200);
    }
  }

  @Test
  void otherKeyMeetsTheRunningExecutionLikeAnyCaller() {
    String id = id("other");
    String body = start("WaitForSignal", "'workflowId':'" + id + "'");
    keyed(body).is(201);

    gateway
        .post("/workflows", body, "Idempotency-Key", key + "-other")
        .isProblem(409, "workflow-already-started");
    gateway.post("/workflows", body).isProblem(409, "workflow-already-started");
  }

  @Test
  void hundredCallsAtOnceStartOneRun() throws Exception {
    String body = start("WaitForSignal", "'workflowId':'" + id("parallel") + "'");
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> calls =
          callers.invokeAll(
              IntStream.range(0, 100).<Callable<Answer>>mapToObj(_ -> () -> keyed(body)).toList());

      List<Answer> answers = calls.stream().map(Future::resultNow).toList();

      assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
      assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
      assertThat(answers)
          .filteredOn(answer -> answer.status() == 200)
          .extracting(answer -> answer.header("Idempotent-Replayed"))
          .containsOnly("true");
      assertThat(answers.stream().map(answer -> answer.at("/runId")).distinct()).hasSize(1);
    }
  }

  @Test
  void replayAfterTheRunHasClosedStartsNothing() {
    String body = start("Greeting", "'workflowId':'" + id("closed") + "'");
    Answer first = keyed(body, "Prefer", "wait=10").is(200);

    Answer second = keyed(body).is(200);
    Answer third = keyed(body, "Prefer", "wait=10").is(200);

    assertThat(second.at("/status")).isEqualTo("COMPLETED");
    assertThat(third.at("/result")).isEqualTo("Hello, World!");
    assertThat(List.of(second.at("/runId"), third.at("/runId"))).containsOnly(first.at("/runId"));
    assertThat(third.header("Idempotent-Replayed")).isEqualTo("true");
  }

  @Test
  void replayOfAFailedRunAnswersWithItsFailureAgain() {
    String body = start("Fail", "'idReusePolicy':'ALLOW_DUPLICATE_FAILED_ONLY'");
    Answer first = keyed(body, "Prefer", "wait=10");

    Answer second = keyed(body, "Prefer", "wait=10");

    first.isProblem(424, "workflow-failed");
    second.isProblem(424, "workflow-failed");
    assertThat(second.at("/runId")).isEqualTo(first.at("/runId"));
  }

  @Test
  void replayAfterContinuationsNamesTheRunThatWasStarted() {
    String id = id("continued");
    String body = start("ContinueAsNew", "'workflowId':'" + id + "'", "'args':[2]");
    Answer first = keyed(body).is(201);
    gateway.get("/workflows/" + id + "/result?wait=10").is(200);

    Answer second = keyed(body).is(200);
    Answer waiting = keyed(body, "Prefer", "wait=10").is(200);

    assertThat(second.at("/runId")).isEqualTo(first.at("/runId"));
    assertThat(second.at("/status")).isEqualTo("CONTINUED_AS_NEW");
    assertThat(waiting.at("/result")).isEqualTo("3");
    keyed(start("ContinueAsNew", "'workflowId':'" + id + "'", "'args':[1]"))
        .isProblem(422, "idempotency-conflict");
  }

  @Test
  void replayFindsItsRunAlthoughAnotherOneHadTheIdBefore() {
    String id = id("reused");
    String body =
        start("Nothing", "'workflowId':'" + id + "'", "'idReusePolicy':'ALLOW_DUPLICATE'");
    String earlier = started("Nothing", id).at("/runId");
    gateway.get("/workflows/" + id + "/result?wait=10").is(200);

    Answer first = keyed(body).is(201);
    gateway.get("/workflows/" + id + "/result?wait=10").is(200);
    Answer second = keyed(body).is(200);

    assertThat(first.at("/runId")).isNotEqualTo(earlier);
    assertThat(second.at("/runId")).isEqualTo(first.at("/runId"));
  }

  @Test
  void replayWithTerminateExistingLeavesItsOwnRunAlone() {
    String id = id("terminate");
    String body =
        start(
            "WaitForSignal",
            "'workflowId':'" + id + "'",
            "'idConflictPolicy':'TERMINATE_EXISTING'");
    started("WaitForSignal", id);

    Answer first = keyed(body).is(201);
    Answer second = keyed(body).is(200);

    assertThat(second.at("/runId")).isEqualTo(first.at("/runId"));
    assertThat(second.at("/status")).isEqualTo("RUNNING");
  }

  @Test
  void replayWithUseExistingKeepsToTheRunItWasAttachedTo(WorkflowClient client) {
    String id = id("existing");
    String runId = started("WaitForSignal", id).at("/runId");
    String body =
        start("WaitForSignal", "'workflowId':'" + id + "'", "'idConflictPolicy':'USE_EXISTING'");

    Answer attached = keyed(body).is(200);
    Answer replayed = keyed(body).is(200);
    WorkflowsInTests.terminateWhenThere(client, id, "over");
    Answer closed = keyed(body).is(200);

    assertThat(attached.header("Idempotent-Replayed")).isEmpty();
    assertThat(replayed.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(closed.at("/status")).isEqualTo("TERMINATED");
    assertThat(List.of(attached, replayed, closed))
        .allSatisfy(answer -> {
          assertThat(answer.at("/runId")).isEqualTo(runId);
          assertThat(answer.at("/started")).isEqualTo("false");
        });
  }

  @Test
  void replayAfterARestartOfTheGatewayStartsNothing(TemporalDevServer server) {
    String body = start("WaitForSignal", "'input':1");
    Answer first;
    try (OwnGateway before = OwnGateway.start(server.target())) {
      first = keyed(before.client(), body).is(201);
    }

    try (OwnGateway after = OwnGateway.start(server.target())) {
      Answer second = keyed(after.client(), body).is(200);

      assertThat(second.at("/runId")).isEqualTo(first.at("/runId"));
      assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
      keyed(after.client(), start("WaitForSignal", "'input':2"))
          .isProblem(422, "idempotency-conflict");
    }
  }

  @Test
  void callersNeverSeeWhereTheKeyIsKept(WorkflowClient client) {
    String id = id("hidden");
    keyed(start("WaitForSignal", "'workflowId':'" + id + "'")).is(201);

    assertThat(gateway.get("/workflows/" + id).is(200).text()).doesNotContain("idempotency");
    assertThat(described(client, id).getWorkflowExecutionInfo().getMemo().getFieldsMap())
        .hasSize(1);
    gateway
        .post("/workflows", start("Nothing", "'memo':{'temporal-rest-gateway.idempotency':1}"))
        .isProblem(422, "validation");
  }

  @Test
  void keyThatCannotBeOneIsRefused() {
    for (String bad : List.of("", "\"\"", "x".repeat(256))) {
      Answer answer = gateway.post("/workflows", start("Nothing"), "Idempotency-Key", bad);

      answer.isProblem(422, "validation");
      assertThat(answer.at("/errors/0/header")).isEqualTo("Idempotency-Key");
    }
    gateway
        .post(
            "/workflows", start("Nothing"), "Idempotency-Key", key + "x".repeat(255 - key.length()))
        .is(201);
  }

  private Answer keyed(String body, String... headers) {
    return keyed(gateway, body, headers);
  }

  private Answer keyed(GatewayClient client, String body, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Idempotency-Key";
    all[1] = key;
    return client.post("/workflows", body, all);
  }
}
