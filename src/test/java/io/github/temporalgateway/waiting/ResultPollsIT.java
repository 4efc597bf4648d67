package io.github.temporalgateway.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Waits for results of one kind have as many long polls together as waits for runs have. */
@RealTemporal
class ResultPollsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Test
  void activitiesShareLongPollsAndLeaveThoseOfRuns(
      TemporalDevServer server, WorkflowClient client) {
    try (OwnGateway gateway = OwnGateway.start(server.target(), "gateway.waits.max-long-polls=3")) {
      List<String> run = Waiters.started(client, 1);
      List<FutureTask<Answer>> runs = Waiters.waitingFor(gateway, run);
      List<String> activities = IntStream.range(0, 6).mapToObj(number -> started(gateway)).toList();
      List<FutureTask<Answer>> callers =
          activities.stream()
              .map(activity ->
                  Waiters.later(() -> gateway.client().get(activity + "/result?wait=50s")))
              .toList();

      await().atMost(PATIENCE).until(() -> gateway.gauge("gateway.long.polls") == 4);
      assertThat(gateway.tagged("gateway.long.polls", "kind"))
          .containsExactlyInAnyOrder("run", "activity");
      await()
          .during(Duration.ofSeconds(2))
          .atMost(PATIENCE)
          .until(() -> gateway.gauge("gateway.long.polls") <= 4);
      for (String activity : activities) {
        gateway.client().send("POST", activity + "/terminate").is(204);
      }

      for (FutureTask<Answer> caller : callers) {
        assertThat(caller).succeedsWithin(PATIENCE);
        caller.resultNow().isProblem(424, "activity-terminated");
      }
      Waiters.end(client, run);
      Waiters.assertAnswered(runs, run);
      await().atMost(PATIENCE).until(() -> gateway.gauge("gateway.long.polls") == 0);
    }
  }

  @Test
  void updatesThatGetNoLongPollAreReadInTurns(TemporalDevServer server) {
    try (OwnGateway gateway = OwnGateway.start(server.target(), "gateway.waits.max-long-polls=1")) {
      String workflow = "/workflows/result-polls-" + UUID.randomUUID();
      gateway
          .client()
          .post(
              "/workflows",
              "{\"workflowType\":\"WaitForSignal\",\"taskQueue\":\"samples\",\"workflowId\":\"%s\"}"
                  .formatted(workflow.substring("/workflows/".length())))
          .is(201);
      List<FutureTask<Answer>> callers =
          IntStream.range(0, 4)
              .mapToObj(number ->
                  gateway
                      .client()
                      .post(workflow + "/updates/addLater", "{\"input\":1}")
                      .is(202)
                      .header("Location"))
              .map(result -> Waiters.later(() -> gateway.client().get(result, "Prefer", "wait=50")))
              .toList();
      await().atMost(PATIENCE).until(() -> gateway.gauge("gateway.long.polls") == 1);

      gateway.client().post(workflow + "/signals/proceed", "{}").is(202);

      for (FutureTask<Answer> caller : callers) {
        assertThat(caller).succeedsWithin(PATIENCE);
        caller.resultNow().is(200);
      }
    }
  }

  private static String started(OwnGateway gateway) {
    String id = "result-polls-" + UUID.randomUUID();
    gateway
        .client()
        .post(
            "/activities",
            """
            {"activityType":"Never","activityId":"%s","taskQueue":"nobody","startToCloseTimeout":"1h"}
            """
                .formatted(id))
        .is(201);
    return "/activities/" + id;
  }
}
