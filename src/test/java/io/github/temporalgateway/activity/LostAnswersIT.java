package io.github.temporalgateway.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What callers are told of Activities when the connection to Temporal breaks. */
class LostAnswersIT extends ActivityGateway {

  private static OwnGateway own;

  @BeforeAll
  static void start(TemporalDevServer server) {
    own = OwnGateway.start(server.target());
  }

  @AfterAll
  static void stop() {
    own.close();
  }

  @Test
  void reportThatWasTakenIsNoUnknownActivity() {
    startedExternal();
    String complete = activity("/complete");
    own.faults().loseAnswerOf("RespondActivityTaskCompletedById");

    assertThat(
            own.client()
                .post(complete, "{\"result\":7}")
                .isProblem(504, "temporal-timeout")
                .at("/workflowId"))
        .startsWith("external-");

    assertThat(gateway.get(workflow + "/result?wait=20s").is(200).text()).isEqualTo("7");
    own.client().post(complete, "{\"result\":7}").isProblem(404, "activity-not-found");
  }

  @Test
  void reportByTokenThatWasTakenIsNoUnknownActivity() {
    String token = startedExternal();
    own.faults().loseAnswerOf("RespondActivityTaskCompleted");

    own.client()
        .post("/activities/complete", withToken(token, "'result':7"))
        .isProblem(504, "temporal-timeout");

    assertThat(gateway.get(workflow + "/result?wait=20s").is(200).text()).isEqualTo("7");
  }

  @Test
  void reportThatWasNeverSentIsTriedAgain() {
    startedExternal();
    String complete = activity("/complete");
    own.faults().failNext("RespondActivityTaskCompletedById", Status.UNAVAILABLE);
    own.client().post(complete, "{\"result\":7}").is(204);
    own.faults().failNext("RespondActivityTaskCompletedById", Status.UNAVAILABLE);

    own.client().post(complete, "{\"result\":7}").isProblem(404, "activity-not-found");
  }

  @Test
  void failureByIdDoesNotHitTheNextAttempt() {
    startedExternal();
    String activity = activity("");
    own.faults().loseAnswerOf("RespondActivityTaskFailedById");

    own.client()
        .post(activity + "/fail", "{\"failure\":{\"message\":\"offline\"}}")
        .isProblem(504, "temporal-timeout");

    gateway.post("/activities/complete", withToken(token(2), "'result':2")).is(204);
    assertThat(gateway.get(workflow + "/result?wait=20s").is(200).text()).isEqualTo("2");
  }

  @Test
  void heartbeatIsSentAgain() {
    String token = startedExternal();
    own.faults().loseAnswerOf("RecordActivityTaskHeartbeat");

    own.client().post("/activities/heartbeat", withToken(token)).is(200);

    gateway.post("/activities/complete", withToken(token)).is(204);
  }

  @Test
  void pollTellsOfAnOutageBeforeTheWaitEnds(TemporalDevServer server) {
    try (OwnGateway away = OwnGateway.start(server.target(), "gateway.temporal.retry-for=300ms")) {
      away.faults().failWith(Status.UNAVAILABLE);
      Instant began = Instant.now();
      Duration wait = Duration.ofSeconds(50);

      away.client()
          .post("/task-queues/away/activities/poll", "{}", "Prefer", "wait=" + wait.toSeconds())
          .isProblem(503, "temporal-unavailable");

      assertThat(Duration.between(began, Instant.now())).isLessThan(wait.dividedBy(2));
    }
  }
}
