package io.github.temporalgateway.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A caller reads what happened, and what happens. */
class HistoryIT extends RealGateway {

  private static final Duration LONG = Duration.ofSeconds(30);

  @LocalServerPort private int port;
  private String id = "";
  private String history = "";

  @BeforeEach
  void startWorkflow() {
    id = id("history");
    history = "/workflows/" + id + "/history";
  }

  @Test
  void pagesLeadThroughTheWholeHistory() {
    started("Echo", id, "'input':{'n':12345678901234567890,'b':1.10}");
    gateway.get("/workflows/" + id + "/outcome?wait=10s").is(200);
    List<Long> ids = new ArrayList<>();

    String path = history + "?pageSize=2";
    while (!path.isEmpty()) {
      Answer page = gateway.get(path).is(200);
      page.json().at("/items").forEach(item -> ids.add(item.path("eventId").asLong()));
      assertThat(page.json().at("/items").size()).isLessThanOrEqualTo(2);
      path = page.header("Link").replaceAll("^<(.*)>; rel=\"next\"$", "$1");
    }

    assertThat(ids).isEqualTo(LongStream.rangeClosed(1, ids.size()).boxed().toList());
    Answer first = gateway.get(history + "?pageSize=1").is(200);
    assertThat(first.at("/items/0/eventType")).isEqualTo("WORKFLOW_EXECUTION_STARTED");
    assertThat(first.text())
        .contains("\"input\":[{\"n\":12345678901234567890,\"b\":1.10}]")
        .contains("\"workflowType\":{\"name\":\"Echo\"}")
        .doesNotContain("EVENT_TYPE_", "idempotency");
  }

  @Test
  void historyCanBeReversedAndFiltered() {
    started("Greeting", id);
    gateway.get("/workflows/" + id + "/result?wait=10s").is(200);

    Answer reversed = gateway.get(history + "?reverse=true&pageSize=1").is(200);
    Answer filtered =
        gateway
            .get(history + "?eventType=WORKFLOW_TASK_COMPLETED,WORKFLOW_EXECUTION_COMPLETED")
            .is(200);

    assertThat(reversed.at("/items/0/eventType")).isEqualTo("WORKFLOW_EXECUTION_COMPLETED");
    assertThat(reversed.header("Link")).contains("reverse=true");
    assertThat(filtered.json().at("/items").size()).isEqualTo(2);
  }

  @Test
  void badRequestsAreRefused() {
    started("Greeting", id);

    gateway.get(history + "?eventType=NOTHING").isProblem(422, "validation");
    gateway.get(history + "?pageSize=0").isProblem(422, "validation");
    gateway.get(history + "?pageToken=!").isProblem(422, "validation");
    gateway.get(history + "?pageToken=AAAA").isProblem(422, "validation");
    gateway.get(history + "?reverse=perhaps").isProblem(422, "validation");
    gateway.get(history + "/events?after=x").isProblem(422, "validation");
    gateway.get(history + "/events", "Last-Event-ID", "a/b").isProblem(422, "validation");
    gateway.get(history + "/events", "Accept", "text/html").isProblem(406, "not-acceptable");
    gateway.get("/workflows/unknown/history").isProblem(404, "workflow-not-found");
    gateway.get("/workflows/unknown/history/events").isProblem(404, "workflow-not-found");
    gateway.send("HEAD", history + "/events").is(200);
  }

  @Test
  void streamOfClosedRunEndsByItself() {
    started("Greeting", id);
    gateway.get("/workflows/" + id + "/result?wait=10s").is(200);

    Answer stream = gateway.get(history + "/events").is(200);
    List<String> ids = stream.text().lines().filter(line -> line.startsWith("id: ")).toList();
    String last = ids.getLast().substring(4);

    assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
    assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
    assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
    assertThat(stream.text()).startsWith("retry: 2000\n\n");
    assertThat(ids).hasSize(5).allMatch(line -> line.matches("id: [0-9a-f-]{36}/[1-5]"));
    gateway.get(history + "/events", "Last-Event-ID", last).is(204);
    Answer rest = gateway.get(history + "/events?after=3").is(200);
    assertThat(rest.text().lines().filter(line -> line.startsWith("id: "))).hasSize(2);
    Answer lines = gateway.get(history + "/events", "Accept", "application/x-ndjson").is(200);
    assertThat(lines.text().lines()).hasSize(5).allMatch(line -> line.startsWith("{\"id\":\""));
  }

  @Test
  void continuedRunsAreFollowedUnlessOneIsNamed() {
    String run = started("ContinueAsNew", id, "'args':[2]").at("/runId");
    gateway.get("/workflows/" + id + "/result?wait=10s").is(200);

    String chain = gateway.get(history + "/events", "Last-Event-ID", run + "/1").is(200).text();
    String one = gateway.get(history + "/events?runId=" + run).is(200).text();

    assertThat(chain.split("event: WORKFLOW_EXECUTION_STARTED", -1)).hasSize(3);
    assertThat(chain).contains("event: WORKFLOW_EXECUTION_COMPLETED");
    assertThat(one)
        .contains("event: WORKFLOW_EXECUTION_CONTINUED_AS_NEW")
        .doesNotContain("event: WORKFLOW_EXECUTION_COMPLETED");
    gateway
        .get(history + "/events?runId=" + run, "Last-Event-ID", "other/1")
        .isProblem(422, "validation");
  }

  @Test
  void anotherGatewayGoesOnExactlyWhereOneWasCut(TemporalDevServer server) throws IOException {
    started("WaitForSignal", id);
    List<String> first;
    List<String> second;
    try (OwnGateway stopped = OwnGateway.start(server.target(), "server.shutdown=graceful");
        EventReader reader = new EventReader(stopped.port(), history + "/events")) {
      await().atMost(LONG).until(() -> reader.ids().size() >= 4);
      gateway.post("/workflows/" + id + "/updates/add?wait=10s", "{\"input\":1}").is(200);
      await().atMost(LONG).until(() -> reader.ids().size() >= 6);
      stopped.close();
      await().atMost(LONG).until(reader::hasEnded);
      assertThat(reader.lines()).contains(": shutting down").noneMatch(l -> l.startsWith("!"));
      first = reader.ids();
    }
    gateway.post("/workflows/" + id + "/signals/proceed", "{}").is(202);
    try (EventReader reader =
        new EventReader(port, history + "/events", "Last-Event-ID", first.getLast())) {
      await().atMost(LONG).until(reader::hasEnded);
      second = reader.ids();
    }

    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    List<Long> numbers = all.stream().map(each -> Long.valueOf(each.split("/", -1)[1])).toList();
    assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
  }

  @Test
  void callerThatHangsUpFreesThePoll() throws IOException {
    started("WaitForSignal", id);
    try (EventReader reader = new EventReader(port, history + "/events")) {
      await().atMost(LONG).until(() -> reader.ids().size() >= 4);
      await().atMost(LONG).until(() -> rpcs.openHistoryCalls(id) == 1);
    }

    await().atMost(LONG).until(() -> rpcs.openHistoryCalls(id) == 0);
    gateway.post("/workflows/" + id + "/signals/proceed", "{}").is(202);
  }
}
