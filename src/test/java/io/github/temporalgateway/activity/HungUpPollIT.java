package io.github.temporalgateway.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** No task waits for its timeout because a caller has hung up, and polls are bounded. */
class HungUpPollIT extends PollGateway {

  @Test
  void pollOfAGoneCallerTakesNoTask(TemporalDevServer server) throws IOException {
    try (OwnGateway own = OwnGateway.start(server.target())) {
      try (Socket caller = polling(own, "{}")) {
        await().until(() -> own.gauge("gateway.task.polls") == 1);
        assertThat(caller.isConnected()).isTrue();
      }
      await().atMost(Duration.ofSeconds(10)).until(() -> own.gauge("gateway.task.polls") == 0);
    }
    String workflow = startedActivity("Charge", "1");

    JsonNode task = polled("{}");

    assertThat(task.get("attempt").asInt()).isEqualTo(1);
    complete(task, "1");
    gateway.get(workflow + "/result?wait=20s").is(200);
  }

  @Test
  void taskThatIsInHandWhenTheCallerGoesIsTriedAgainAtOnce(TemporalDevServer server)
      throws IOException {
    String workflow = startedActivity("Charge", "1");
    try (OwnGateway own = OwnGateway.start(server.target());
        Socket caller = polling(own, "{\"max\":100}")) {
      await()
          .pollInterval(Duration.ofMillis(20))
          .until(() -> gateway.get(workflow).at("/pendingActivities/0/state").equals("STARTED"));
      caller.close();

      JsonNode task = polled("{}");

      assertThat(task.get("attempt").asInt()).isEqualTo(2);
      assertThat(gateway.get(workflow).at("/pendingActivities/0/lastFailure/type"))
          .isEqualTo("CallerGone");
      complete(task, "1");
    }
    gateway.get(workflow + "/result?wait=20s").is(200);
  }

  @Test
  void pollsBeyondTheLimitAre503(TemporalDevServer server) throws IOException {
    String path = "/task-queues/" + queue + "/activities/poll";
    try (OwnGateway own = OwnGateway.start(server.target(), "gateway.activities.max-polls=1");
        Socket _ = polling(own, "{}")) {
      await().until(() -> own.gauge("gateway.task.polls") == 1);

      own.client().post(path, "{}").isProblem(503, "overloaded");
      assertThat(own.client().post(path, "{}").header("Retry-After")).isNotEmpty();
    }
  }

  @Test
  void pollIsAnsweredWhenTheGatewayEnds(TemporalDevServer server) {
    CompletableFuture<Integer> answer;
    try (OwnGateway own = OwnGateway.start(server.target())) {
      answer =
          CompletableFuture.supplyAsync(
              () ->
                  own.client()
                      .post("/task-queues/" + queue + "/activities/poll?wait=50s", "{}")
                      .status(),
              Thread::startVirtualThread);
      await().until(() -> own.gauge("gateway.task.polls") == 1);
    }

    assertThat(answer.join()).isEqualTo(204);
  }

  private Socket polling(OwnGateway own, String body) throws IOException {
    Socket caller = new Socket("127.0.0.1", own.port());
    String request =
        """
        POST /task-queues/%s/activities/poll?wait=45s HTTP/1.1
        Host: localhost
        Content-Type: application/json
        Content-Length: %d

        %s\
        """
            .formatted(queue, body.length(), body)
            .replace("\n", "\r\n");
    caller.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    caller.getOutputStream().flush();
    return caller;
  }
}
