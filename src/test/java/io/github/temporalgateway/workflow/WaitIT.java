package io.github.temporalgateway.workflow;

import static io.grpc.Status.Code.CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.samples.SampleWorker;
import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.temporal.client.WorkflowClient;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A wait ends when it should, and costs Temporal next to nothing. */
class WaitIT extends RealGateway {

  @Test
  void timedWaitAsksTemporalAFewTimesOnly() {
    String id = id("count");
    started("WaitForSignal", id);
    long start = System.nanoTime();

    gateway.get("/workflows/" + id + "/result?wait=5").is(202);

    assertThat(since(start)).isBetween(Duration.ofMillis(4_500), Duration.ofSeconds(15));
    assertThat(rpcs.historyCalls(id)).hasSizeBetween(1, 3);
    await().until(() -> rpcs.openHistoryCalls(id) == 0);
  }

  @Test
  void subSecondWaitIsAWaitToo(WorkflowClient client) {
    String id = id("short");
    started("WaitForSignal", id);
    long start = System.nanoTime();

    gateway.get("/workflows/" + id + "/outcome?wait=600ms").is(202);

    assertThat(since(start)).isBetween(Duration.ofMillis(400), Duration.ofSeconds(10));
    assertThat(rpcs.historyCalls(id)).hasSizeBetween(1, 2);
  }

  /** Temporal answers each poll for a paused run at once, and with an event. */
  @Test
  void pausedExecutionIsWaitedForToo() {
    String id = id("paused");
    String workflow = "/workflows/" + id;
    gateway.post("/workflows", startUnworked("Idle", "'workflowId':'" + id + "'")).is(201);
    gateway.post(workflow + "/pause", "{}").is(204);
    await()
        .untilAsserted(() -> assertThat(gateway.get(workflow).at("/status")).isEqualTo("PAUSED"));
    long start = System.nanoTime();

    Answer open = gateway.get(workflow + "/result?wait=3").is(202);

    assertThat(open.header("Temporal-Workflow-Status")).isEqualTo("PAUSED");
    assertThat(since(start)).isBetween(Duration.ofMillis(2_500), Duration.ofSeconds(15));
    assertThat(rpcs.historyCalls(id)).hasSize(1);

    FutureTask<Answer> waiting = later(() -> gateway.get(workflow + "/outcome?wait=40"));
    await().until(() -> rpcs.historyCalls(id).size() > 1);
    gateway.send("POST", workflow + "/unpause").is(204);
    gateway.post(workflow + "/terminate", "{}").is(204);

    assertThat(waiting)
        .succeedsWithin(Duration.ofSeconds(30))
        .satisfies(answer -> assertThat(answer.is(200).at("/status")).isEqualTo("TERMINATED"));
  }

  @Test
  void noWaitAsksForNoHistoryOfARunningExecution() {
    String id = id("none");
    started("WaitForSignal", id);

    gateway.get("/workflows/" + id + "/result").is(202);

    assertThat(rpcs.historyCalls(id)).isEmpty();
  }

  @Test
  void waitEndsAsSoonAsTheExecutionCloses(WorkflowClient client) {
    String id = id("closes");
    started("WaitForSignal", id);
    FutureTask<Answer> waiting = later(() -> gateway.get("/workflows/" + id + "/result?wait=40"));
    await().until(() -> rpcs.openHistoryCalls(id) == 1);

    WorkflowsInTests.proceedWhenThere(client, id, "now");

    assertThat(waiting)
        .succeedsWithin(Duration.ofSeconds(15))
        .satisfies(answer -> assertThat(answer.is(200).text()).isEqualTo("\"now\""));
  }

  @Test
  void waitsOnOneExecutionAllEnd(WorkflowClient client) {
    String id = id("many");
    started("WaitForSignal", id);
    List<FutureTask<Answer>> waiting =
        IntStream.range(0, 20)
            .mapToObj(_ -> later(() -> gateway.get("/workflows/" + id + "/result?wait=40")))
            .toList();
    await().until(() -> rpcs.openHistoryCalls(id) > 0);

    WorkflowsInTests.proceedWhenThere(client, id, "all");

    assertThat(waiting)
        .allSatisfy(one ->
            assertThat(one)
                .succeedsWithin(Duration.ofSeconds(20))
                .satisfies(answer -> assertThat(answer.is(200).text()).isEqualTo("\"all\"")));
  }

  @Test
  void callerThatHangsUpIsNoLongerWaitedFor() throws Exception {
    String id = id("hang-up");
    started("WaitForSignal", id);
    try (Socket caller = new Socket("127.0.0.1", gateway.port())) {
      caller
          .getOutputStream()
          .write(
              "GET /workflows/%s/result?wait=40 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .formatted(id)
                  .getBytes(StandardCharsets.US_ASCII));
      await().until(() -> rpcs.openHistoryCalls(id) == 1);
    }

    await().until(() -> rpcs.openHistoryCalls(id) == 0);

    assertThat(rpcs.historyCalls(id)).extracting(call -> call.status()).containsOnly(CANCELLED);
  }

  @Test
  void shutdownAnswersWaitingCallersEarly(TemporalDevServer server) throws Exception {
    String id = id("shutdown");
    started("WaitForSignal", id);
    OwnGateway own = OwnGateway.start(server.target());
    GatewayClient caller = own.client();
    FutureTask<Answer> waiting = later(() -> caller.get("/workflows/" + id + "/result?wait=45"));
    String other = id("shutdown");
    FutureTask<Answer> starting =
        later(() ->
            caller.post(
                "/workflows?wait=45", start("WaitForSignal", "'workflowId':'" + other + "'")));
    await().until(() -> own.rpcs().openHistoryCalls(id) + own.rpcs().openHistoryCalls(other) == 2);
    long start = System.nanoTime();

    own.close();

    assertThat(since(start)).isLessThan(Duration.ofSeconds(20));
    assertThat(waiting).succeedsWithin(Duration.ofSeconds(5));
    assertThat(waiting.get().is(202).at("/workflowId")).isEqualTo(id);
    assertThat(starting).succeedsWithin(Duration.ofSeconds(5));
    assertThat(starting.get().is(202).header("Location")).contains("/result?runId=");
  }

  @Test
  void waitSurvivesAShortAbsenceOfTemporal() throws Exception {
    try (TemporalDevServer server = TemporalDevServer.startOnFreePorts();
        OwnGateway own = OwnGateway.start(server.target())) {
      FutureTask<Answer> waiting;
      String id = id("survives");
      try (SampleWorker worker = SampleWorker.start(server.target())) {
        own.client()
            .post("/workflows", start("WaitForSignal", "'workflowId':'" + id + "'"))
            .is(201);
        waiting = later(() -> own.client().get("/workflows/" + id + "/result?wait=45"));
        await().until(() -> own.rpcs().openHistoryCalls(id) == 1);

        server.stop();
        server.start();
        WorkflowsInTests.proceedWhenThere(worker.client(), id, "after all");

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(45));
      }
      assertThat(waiting.get().is(200).text()).isEqualTo("\"after all\"");
    }
  }

  private static FutureTask<Answer> later(Callable<Answer> call) {
    FutureTask<Answer> task = new FutureTask<>(call);
    Thread.startVirtualThread(task);
    return task;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
