package io.github.temporalgateway.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.kernel.RawBody;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers are the same whether they are plain or negotiated, and come at once or later. */
@Import(AnswersIT.HalfAnAnswer.class)
class AnswersIT extends RealGateway {

  private static final Executor CALLER = Thread::startVirtualThread;

  /** Spring MVC has to think about it, and comes to JSON too. */
  private static final String NEGOTIATED = "text/csv;q=0.1, application/json;q=0.9, */*;q=0.2";

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json"})
  void plainAnswersAreWhatSpringWouldAnswer(String plain) {
    String id = id("plain");
    gateway.post("/workflows", start("Echo", "'workflowId':'" + id + "'", "'input':[1]")).is(201);
    gateway.get("/workflows/" + id + "/result?wait=20").is(200);

    assertSame(plain, accept -> gateway.get("/workflows/" + id, "Accept", accept).is(200));
    assertSame(plain, accept -> gateway.get("/workflows/" + id + "/result", "Accept", accept));
    assertSame(plain, accept -> gateway.get("/workflows/" + id + "/outcome", "Accept", accept));
    assertSame(plain, accept -> gateway.send("HEAD", "/workflows/" + id, "Accept", accept));
    assertSame(plain, accept -> gateway.get("/namespaces/default", "Accept", accept).is(200));
  }

  @Test
  void emptyAnswersSayThatTheyAreEmpty() {
    String id = id("empty");
    gateway.post("/workflows", startUnworked("Idle", "'workflowId':'" + id + "'")).is(201);

    Answer answer = gateway.post("/workflows/" + id + "/signals/proceed", "{}").is(202);

    assertThat(answer.header("Content-Length")).isEqualTo("0");
    assertThat(answer.header("Temporal-Workflow-Id")).isEqualTo(id);
  }

  @Test
  void conditionsAreJudged() {
    String id = id("condition");
    gateway.post("/workflows", startUnworked("Idle", "'workflowId':'" + id + "'")).is(201);
    String etag = gateway.get("/workflows/" + id).is(200).header("ETag");

    assertThat(gateway.get("/workflows/" + id, "If-None-Match", etag).is(304).bytes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", NEGOTIATED})
  void promisedAnswersAreCountedAndFreeTheirPlace(String accept, TemporalDevServer server) {
    try (OwnGateway own = OwnGateway.start(server.target())) {
      String id = id("promised");
      own.client().post("/workflows", startUnworked("Idle", "'workflowId':'" + id + "'")).is(201);
      String result = "/workflows/" + id + "/outcome?wait=40";
      CompletableFuture<Answer> waiting =
          CompletableFuture.supplyAsync(() -> own.client().get(result, "Accept", accept), CALLER);
      await().until(() -> own.gauge("gateway.held") == 1);

      own.client().post("/workflows/" + id + "/terminate", "{}").is(204);

      Answer answer = waiting.join().is(200);
      assertThat(answer.at("/status")).isEqualTo("TERMINATED");
      assertThat(answer.header("Preference-Applied")).isEqualTo("wait=40");
      await().until(() -> own.gauge("gateway.held") == 0);
      await().untilAsserted(() -> assertThat(counted(own.management())).isEqualTo(1));
    }
  }

  /** Jetty tells nobody of the end of an answer that it cut off. */
  @Test
  void placeIsFreedWhenThePromisedAnswerCannotBeWritten(@Autowired MeterRegistry meters) {
    Gauge held = meters.get("gateway.held").gauge();

    assertThatThrownBy(() -> gateway.get("/half-an-answer?wait=5"));

    await().until(() -> held.value() == 0);
  }

  private static double counted(GatewayClient management) {
    return management
        .get("/actuator/prometheus")
        .text()
        .lines()
        .filter(line -> line.startsWith("http_server_requests_seconds_count{"))
        .filter(line -> line.contains("uri=\"/workflows/{workflowId}/outcome\""))
        .filter(line -> line.contains("status=\"200\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static void assertSame(String accept, Function<String, Answer> call) {
    Answer plain = call.apply(accept);
    Answer negotiated = call.apply(NEGOTIATED);
    assertThat(plain.status()).isEqualTo(negotiated.status()).isEqualTo(200);
    assertThat(headers(plain)).isEqualTo(headers(negotiated));
    assertThat(plain.text()).isEqualTo(negotiated.text());
  }

  private static Map<String, List<String>> headers(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
    headers.remove("date");
    return headers;
  }

  @RestController
  @TestComponent
  static class HalfAnAnswer {

    @GetMapping("/half-an-answer")
    CompletableFuture<ResponseEntity<RawBody>> later(Wait wait) {
      return CompletableFuture.supplyAsync(
          () -> ResponseEntity.ok(new Half()),
          CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
    }
  }

  record Half() implements RawBody {

    @Override
    public int size() {
      return 60_000;
    }

    @Override
    public void writeTo(OutputStream output) throws IOException {
      output.write(new byte[30_000]);
      throw new IOException("The caller is gone.");
    }
  }
}
