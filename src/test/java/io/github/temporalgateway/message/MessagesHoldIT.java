package io.github.temporalgateway.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promises about messages that need many callers, another gateway or patience. */
class MessagesHoldIT extends RealGateway {

  private String workflow = "";

  @BeforeEach
  void startWorkflow() {
    String id = id("hold");
    started("WaitForSignal", id);
    workflow = "/workflows/" + id;
    gateway.get(workflow + "/queries/state").is(200);
  }

  @Test
  void hundredSignalsWithOneKeyAreOneSignal() {
    List<CompletableFuture<Answer>> calls =
        Stream.generate(() ->
                CompletableFuture.supplyAsync(
                    () -> gateway.post(workflow + "/signals/other", "{}", "Idempotency-Key", "k"),
                    Thread::startVirtualThread))
            .limit(100)
            .toList();

    assertThat(calls).allSatisfy(call -> call.join().is(202));
    assertThat(signals()).isEqualTo(1);
  }

  @Test
  void keysAreKnownAfterARestartOfTheGateway(TemporalDevServer server) {
    String reset;
    try (OwnGateway before = OwnGateway.start(server.target())) {
      GatewayClient client = before.client();
      client.post(workflow + "/signals/other", "{}", "Idempotency-Key", "signal").is(202);
      assertThat(update(client)).isEqualTo("2");
    }
    try (OwnGateway after = OwnGateway.start(server.target())) {
      GatewayClient client = after.client();
      client.post(workflow + "/signals/other", "{}", "Idempotency-Key", "signal").is(202);
      assertThat(update(client)).isEqualTo("2");
      assertThat(signals()).isEqualTo(1);
      assertThat(client.get(workflow + "/queries/state").at("/total")).isEqualTo("2");
      reset = reset(client).at("/runId");
    }

    Answer again = reset(gateway);

    assertThat(again.at("/runId")).isEqualTo(reset);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
  }

  @Test
  void keyOfAnUpdateWithStartIsKnownAfterARestartOfTheGateway(TemporalDevServer server) {
    String id = id("update-start");
    String body =
        start("WaitForSignal", "'workflowId':'" + id + "'", "'update':{'name':'add','input':3}");
    Answer first;
    try (OwnGateway before = OwnGateway.start(server.target())) {
      first = before.client().post("/workflows?wait=20s", body, "Idempotency-Key", id).is(200);
    }
    try (OwnGateway after = OwnGateway.start(server.target())) {
      Answer again =
          after.client().post("/workflows?wait=20s", body, "Idempotency-Key", id).is(200);

      assertThat(again.text()).isEqualTo(first.text()).isEqualTo("3");
      assertThat(again.header("Temporal-Run-Id"))
          .isNotEmpty()
          .isEqualTo(first.header("Temporal-Run-Id"));
      assertThat(again.header("Temporal-Workflow-Started")).isEqualTo("false");
      assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
      after
          .client()
          .post("/workflows", body.replace(":3}", ":4}"), "Idempotency-Key", id)
          .isProblem(422, "idempotency-conflict");
    }
    assertThat(gateway.get("/workflows/" + id + "/queries/state").at("/total")).isEqualTo("3");
  }

  @Test
  void waitForAnUpdateOutlastsTemporalsPoll() {
    CompletableFuture<Answer> update =
        CompletableFuture.supplyAsync(
            () ->
                gateway.post(workflow + "/updates/addLater", "{\"input\":7}", "Prefer", "wait=45"),
            Thread::startVirtualThread);

    CompletableFuture.runAsync(
            () -> gateway.post(workflow + "/signals/proceed", "{}").is(202),
            CompletableFuture.delayedExecutor(23, TimeUnit.SECONDS))
        .join();

    assertThat(update.join().is(200).text()).isEqualTo("7");
  }

  @Test
  void workerThatIsSlowAnswers() {
    String id = id("slow");
    started("SlowAnswers", id);

    Answer query = gateway.get("/workflows/" + id + "/queries/slowQuery").is(200);
    long looks = rpcs.descriptions(id);
    Answer update = gateway.post("/workflows/" + id + "/updates/slowUpdate?wait=20s", "{}").is(200);

    assertThat(query.text()).isEqualTo(update.text()).isEqualTo("\"slow\"");
    assertThat(looks).as("the Query was late enough to look for Workers").isPositive();
    assertThat(rpcs.descriptions(id)).as("so was the Update").isGreaterThan(looks);
    gateway.post("/workflows/" + id + "/terminate", "{}").is(204);
  }

  @Test
  void workerThatLivesAndCannotAnswerIsNotNoWorker(TemporalDevServer server) {
    String id = id("alive");
    try (OwnGateway own = OwnGateway.start(server.target(), "gateway.temporal.query-timeout=2s")) {
      started("FailingTask", id, "'taskTimeout':'PT1M'");
      await("the first attempt has failed").until(() -> attempt("/workflows/" + id) > 1);
      Answer late = own.client().get("/workflows/" + id + "/queries/any");

      late.isProblem(504, "temporal-timeout");
      assertThat(late.at("/detail")).contains("Workflow Task", "attempt 2", "/diagnosis");
      assertThat(late.at("/workflowId")).isEqualTo(id);
    }
    gateway.post("/workflows/" + id + "/terminate", "{}").is(204);
  }

  @Test
  void workflowThatKeepsFailingIsToldAtOnce() {
    String id = id("failing");
    started("FailingTask", id, "'taskTimeout':'PT1S'");
    await("Temporal has given up asking")
        .atMost(Duration.ofSeconds(60))
        .until(() -> attempt("/workflows/" + id) > 2);

    Instant start = Instant.now();
    Answer query = gateway.get("/workflows/" + id + "/queries/any");
    Answer update = gateway.post("/workflows/" + id + "/updates/any", "{}");

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
    assertThat(List.of(query, update))
        .allSatisfy(refused -> {
          refused.isProblem(409, "conflict");
          assertThat(refused.at("/detail")).contains("Workflow Task in failed state");
        });
    gateway.post("/workflows/" + id + "/terminate", "{}").is(204);
  }

  private int attempt(String path) {
    return gateway
        .get(path + "/diagnosis")
        .is(200)
        .json()
        .at("/pendingWorkflowTask/attempt")
        .asInt(0);
  }

  private String update(GatewayClient client) {
    return client
        .post(workflow + "/updates/add?wait=20s", "{\"input\":2}", "Idempotency-Key", "update")
        .is(200)
        .text();
  }

  private Answer reset(GatewayClient client) {
    return client
        .post(workflow + "/reset", "{\"type\":\"FIRST_WORKFLOW_TASK\"}", "Idempotency-Key", "reset")
        .is(201);
  }

  private int signals() {
    return gateway
        .get(workflow + "/history?eventType=WORKFLOW_EXECUTION_SIGNALED")
        .is(200)
        .json()
        .get("items")
        .size();
  }
}
