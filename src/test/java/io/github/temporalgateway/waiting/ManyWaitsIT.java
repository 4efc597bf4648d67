package io.github.temporalgateway.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.samples.SampleWorker;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.RpcLog.HistoryCall;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.grpc.Status;
import io.temporal.client.WorkflowClient;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** More callers wait than Temporal would hold polls for. */
@RealTemporal
class ManyWaitsIT {

  @Test
  void callersOfOneRunShareOnePoll(TemporalDevServer server, WorkflowClient client) {
    try (OwnGateway gateway = OwnGateway.start(server.target())) {
      List<String> one = Waiters.started(client, 1);
      List<String> ids = Collections.nCopies(300, one.getFirst());
      List<FutureTask<Answer>> callers = Waiters.waitingFor(gateway, ids);

      assertThat(gateway.rpcs().openHistoryCalls(one.getFirst())).isEqualTo(1);
      Waiters.end(client, one);

      Waiters.assertAnswered(callers, ids);
      assertThat(gateway.gauge("gateway.waiters")).isZero();
      assertThat(gateway.rpcs().historyCalls(one.getFirst())).hasSizeLessThan(5);
    }
  }

  @Test
  void runsTakeTurnsWithinTheBudget(TemporalDevServer server, WorkflowClient client) {
    try (OwnGateway gateway = OwnGateway.start(server.target(), "gateway.waits.max-long-polls=5")) {
      List<String> ids = Waiters.started(client, 60);
      List<FutureTask<Answer>> callers = Waiters.waitingFor(gateway, ids);

      await()
          .untilAsserted(() ->
              assertThat(ids)
                  .allSatisfy(id -> assertThat(gateway.rpcs().historyCalls(id)).isNotEmpty()));
      assertThat(gateway.gauge("gateway.long.polls")).isEqualTo(5);
      assertThat(gateway.rpcs().openLongPolls()).isEqualTo(5);
      List<String> last = ids.subList(50, 60);
      Waiters.end(client, last);

      Waiters.assertAnswered(callers.subList(50, 60), last);
      Waiters.end(client, ids.subList(0, 50));
      Waiters.assertAnswered(callers, ids);
    }
  }

  @Test
  void streamsKeepToTheBudgetOfThoseWhoWait(TemporalDevServer server, WorkflowClient client) {
    try (OwnGateway gateway = OwnGateway.start(server.target(), "gateway.waits.max-long-polls=2")) {
      List<String> ids = Waiters.started(client, 12);
      List<FutureTask<Answer>> callers = Waiters.waitingFor(gateway, ids.subList(0, 4));
      List<FutureTask<Answer>> streams =
          ids.stream().map(id -> Waiters.later(() -> Waiters.events(gateway, id))).toList();
      await()
          .untilAsserted(() ->
              assertThat(ids)
                  .allSatisfy(id -> assertThat(gateway.rpcs().historyCalls(id)).isNotEmpty()));

      await().until(() -> gateway.rpcs().openLongPolls() == 2);
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(20))
          .until(() -> gateway.rpcs().openLongPolls() <= 2);
      Waiters.end(client, ids);

      Waiters.assertAnswered(callers, ids.subList(0, 4));
      for (FutureTask<Answer> stream : streams) {
        assertThat(stream).succeedsWithin(Duration.ofSeconds(40));
        assertThat(stream.resultNow().is(200).text())
            .contains("WORKFLOW_EXECUTION_SIGNALED", "WORKFLOW_EXECUTION_COMPLETED");
      }
    }
  }

  @Test
  void refusalsOfTemporalReachNoCaller() {
    try (TemporalDevServer server = TemporalDevServer.startWith("frontend.namespaceCount=10");
        SampleWorker worker = SampleWorker.start(server.target());
        OwnGateway gateway = OwnGateway.start(server.target(), "gateway.waits.max-long-polls=40")) {
      List<String> ids = Waiters.started(worker.client(), 50);
      List<FutureTask<Answer>> callers = Waiters.waitingFor(gateway, ids);

      await()
          .untilAsserted(() ->
              assertThat(gateway.rpcs().historyCalls())
                  .extracting(HistoryCall::status)
                  .contains(Status.Code.RESOURCE_EXHAUSTED));
      await().until(() -> gateway.gauge("gateway.long.polls") <= 10);
      Waiters.end(worker.client(), ids);

      Waiters.assertAnswered(callers, ids);
    }
  }

  @Test
  void callersThatHangUpAreForgotten(TemporalDevServer server, WorkflowClient client)
      throws Exception {
    try (OwnGateway gateway = OwnGateway.start(server.target())) {
      List<String> ids = Waiters.started(client, 30);
      List<Socket> callers = new ArrayList<>();
      for (String id : ids) {
        callers.add(caller(gateway, id));
        callers.add(caller(gateway, id));
      }
      await().until(() -> gateway.gauge("gateway.waiters") == 60);
      assertThat(gateway.gauge("gateway.long.polls")).isEqualTo(30);

      for (int index = 0; index < 60; index += 2) {
        callers.get(index).close();
      }
      await().until(() -> gateway.gauge("gateway.waiters") == 30);
      assertThat(gateway.gauge("gateway.long.polls")).isEqualTo(30);

      for (Socket caller : callers) {
        caller.close();
      }
      await().atMost(Duration.ofSeconds(10)).until(() -> gateway.gauge("gateway.waiters") == 0);
      await().atMost(Duration.ofSeconds(10)).until(() -> gateway.gauge("gateway.long.polls") == 0);
    }
  }

  @Test
  void callersBeyondTheLimitAreRefusedAtOnce(TemporalDevServer server, WorkflowClient client) {
    try (OwnGateway gateway = OwnGateway.start(server.target(), "gateway.waits.max=3")) {
      List<String> ids = Waiters.started(client, 3);
      List<FutureTask<Answer>> callers = Waiters.waitingFor(gateway, ids);
      String id = ids.getFirst();

      Answer refused = gateway.client().get("/workflows/" + id + "/result?wait=50");
      assertThat(refused.isProblem(503, "overloaded").header("Retry-After")).isNotEmpty();
      gateway
          .client()
          .get("/workflows/" + id + "/history/events", "Accept", "text/event-stream")
          .isProblem(503, "overloaded");
      String body =
          """
          {"workflowType":"WaitForSignal","taskQueue":"samples","workflowId":"%s-more"}
          """
              .formatted(id);
      gateway.client().post("/workflows?wait=1", body).isProblem(503, "overloaded");
      gateway.client().get("/workflows/" + id + "-more").isProblem(404, "workflow-not-found");
      gateway.client().get("/workflows/" + id + "/result").is(202);

      Waiters.end(client, ids);
      Waiters.assertAnswered(callers, ids);
      gateway.client().get("/workflows/" + id + "/result?wait=1").is(200);
    }
  }

  private static Socket caller(OwnGateway gateway, String id) throws Exception {
    Socket socket = new Socket("127.0.0.1", gateway.port());
    socket
        .getOutputStream()
        .write(
            "GET /workflows/%s/result?wait=50 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .formatted(id)
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
