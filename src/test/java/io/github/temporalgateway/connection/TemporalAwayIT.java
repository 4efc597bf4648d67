package io.github.temporalgateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** While Temporal cannot be reached, callers learn that soon, and the gateway lives on. */
class TemporalAwayIT {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String NOBODY = "127.0.0.1:1";
  private static final String START = "{\"workflowType\":\"Greeting\",\"taskQueue\":\"samples\"}";

  @Test
  void gatewayStartsWithoutTemporalAndSaysWhatIsMissing() {
    try (OwnGateway own = OwnGateway.start(NOBODY)) {
      areUnavailableSoon(calls(own.client()));
      own.client().get("/problems").is(200);
      own.client().post("/workflows", "{").isProblem(400, "malformed-request");
    }
  }

  @Test
  void callsWorkAgainOnceTemporalDoes() {
    try (TemporalDevServer server = TemporalDevServer.startOnFreePorts();
        OwnGateway own = OwnGateway.start(server.target())) {
      GatewayClient client = own.client();
      client.post("/workflows", START).is(201);

      server.kill();
      areUnavailableSoon(calls(client));
      server.start();

      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> client.post("/workflows", START).is(201));
    }
  }

  @Test
  void temporalThatHangsIsToldApartFromOneThatIsGone() {
    try (TemporalDevServer server = TemporalDevServer.startOnFreePorts();
        OwnGateway own = OwnGateway.start(server.target())) {
      own.client().post("/workflows", START).is(201);

      server.suspend();
      long start = System.nanoTime();
      Answer answer = own.client().post("/workflows", START);

      assertThat(answer.status()).as(answer.text()).isIn(503, 504);
      assertThat(answer.at("/code")).isIn("temporal-unavailable", "temporal-timeout");
      assertThat(answer.at("/retryable")).isEqualTo("true");
      assertThat(since(start)).isLessThan(SOON.plusSeconds(5));
      server.resume();
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> own.client().post("/workflows", START).is(201));
    }
  }

  @Test
  void temporalThatHangsFromTheStartKeepsNobodyWaiting() {
    try (TemporalDevServer server = TemporalDevServer.startOnFreePorts()) {
      server.suspend();
      try (OwnGateway own = OwnGateway.start(server.target())) {
        long start = System.nanoTime();
        Answer answer = own.client().post("/workflows", START);

        assertThat(answer.status()).as(answer.text()).isIn(503, 504);
        assertThat(since(start)).isLessThan(SOON.plusSeconds(5));
      }
    }
  }

  @Test
  void waitsForAChangeEndInTheirTimeWhileTemporalIsAway() throws Exception {
    try (TemporalDevServer server = TemporalDevServer.startOnFreePorts();
        OwnGateway own = OwnGateway.start(server.target());
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      own.client().post("/workflows", START.replace("}", ",\"workflowId\":\"watched\"}")).is(201);
      String etag = own.client().get("/workflows/watched").is(200).header("ETag");
      List<Future<Answer>> watchers =
          List.of("4", "50").stream()
              .map(wait ->
                  callers.submit(() ->
                      own.client().get("/workflows/watched?wait=" + wait, "If-None-Match", etag)))
              .toList();
      await().until(() -> own.rpcs().descriptions("watched") > 5);

      server.kill();
      watchers.getFirst().get(20, TimeUnit.SECONDS).is(304);
      server.start();
      own.client().post("/workflows/watched/terminate", "{}").is(204);

      watchers.getLast().get(40, TimeUnit.SECONDS).is(200);
    }
  }

  private static List<Callable<Answer>> calls(GatewayClient client) {
    return List.of(
        () -> client.post("/workflows", START),
        () -> client.post("/workflows", START, "Prefer", "wait=20"),
        () -> client.post("/workflows", START, "Idempotency-Key", "key"),
        () ->
            client.post(
                "/workflows", START.replace("}", ",\"searchAttributes\":{\"CustomInt\":1}}")),
        () -> client.get("/workflows/x"),
        () -> client.get("/workflows/x/result?wait=20"),
        () -> client.get("/workflows/x/outcome"));
  }

  private static void areUnavailableSoon(List<Callable<Answer>> calls) {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      List<Future<Answer>> answers = calls.stream().map(callers::submit).toList();

      assertThat(answers)
          .allSatisfy(future ->
              assertThat(future)
                  .succeedsWithin(SOON)
                  .satisfies(answer -> {
                    answer.isProblem(503, "temporal-unavailable");
                    assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
                    assertThat(answer.at("/retryable")).isEqualTo("true");
                    assertThat(answer.at("/grpcStatus")).isEqualTo("UNAVAILABLE");
                  }));
      assertThat(since(start)).isLessThan(SOON);
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
