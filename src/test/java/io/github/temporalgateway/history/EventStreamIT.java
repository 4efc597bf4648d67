package io.github.temporalgateway.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueRequest;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stream has every event once, in its order, as it happens. */
class EventStreamIT extends RealGateway {

  private static final String NDJSON = "application/x-ndjson";

  @LocalServerPort private int port;

  @Test
  void closedRunIsStreamedToItsEndAndNoFurther() throws Exception {
    String id = completed();
    String path = "/workflows/" + id + "/history/events";

    try (EventReader events = EventReader.open(port, path).awaitEnd()) {
      assertThat(events.response().statusCode()).isEqualTo(200);
      assertThat(events.response().headers().map())
          .containsEntry("content-type", List.of("text/event-stream"))
          .containsEntry("cache-control", List.of("no-store"))
          .containsEntry("x-accel-buffering", List.of("no"))
          .containsEntry("temporal-workflow-id", List.of(id));
      assertThat(events.lines().getFirst()).isEqualTo("retry: 2000");
      assertThat(events.numbers()).isEqualTo(upTo(length(id)));
      assertThat(events.types())
          .hasSize(events.numbers().size())
          .startsWith("WORKFLOW_EXECUTION_STARTED")
          .endsWith("WORKFLOW_EXECUTION_COMPLETED");
      JsonNode last = JsonMapper.shared().readTree(events.field("data").getLast());
      assertThat(last.at("/attributes/result/0").asString()).isEqualTo("line\nbreak");
      String lastId = events.field("id").getLast();
      assertThat(last.get("id").asString()).isEqualTo(lastId);

      Answer again = gateway.get(path, "Last-Event-ID", lastId).is(204);
      assertThat(again.bytes()).isEmpty();
      assertThat(again.header("Cache-Control")).isEqualTo("no-store");
      gateway.get(path + "?after=" + lastId).is(204);
      gateway.send("HEAD", path, "Last-Event-ID", lastId).is(204);
    }
  }

  @Test
  void headTellsWithoutWaiting() {
    String id = id("head");
    started("WaitForSignal", id);

    Answer answer = gateway.send("HEAD", "/workflows/" + id + "/history/events").is(200);

    assertThat(answer.header("X-Accel-Buffering")).isEqualTo("no");
  }

  @Test
  void linesOfJsonAreTheSameEvents() throws Exception {
    String id = completed();
    String path = "/workflows/" + id + "/history/events";

    try (EventReader lines = EventReader.open(port, path, "Accept", NDJSON).awaitEnd();
        EventReader events = EventReader.open(port, path).awaitEnd()) {
      assertThat(lines.response().headers().firstValue("content-type")).hasValue(NDJSON);
      assertThat(lines.lines()).isEqualTo(events.field("data"));
    }
  }

  /** Temporal gives a token for a page more where the last one is full. */
  @Test
  void closedRunOfFullPagesEnds(WorkflowClient client) throws Exception {
    String id = id("full");
    gateway.post("/workflows", startUnworked("Idle", "'workflowId':'" + id + "'")).is(201);
    for (int i = 0; i < 198; i++) {
      client.newUntypedWorkflowStub(id).signal("other", i);
    }
    gateway.post("/workflows/" + id + "/terminate", "{}").is(204);

    try (EventReader events = EventReader.open(port, "/workflows/" + id + "/history/events")) {
      events.awaitType("WORKFLOW_EXECUTION_TERMINATED").awaitEnd();
      assertThat(events.numbers()).isEqualTo(upTo(length(id)));
    }
  }

  @Test
  void eventIsThereWhenItHappens() throws Exception {
    String id = id("live");
    started("WaitForSignal", id);
    String path = "/workflows/" + id + "/history/events";

    try (EventReader events = EventReader.open(port, path);
        EventReader lines = EventReader.open(port, path, "Accept", NDJSON)) {
      events.awaitType("WORKFLOW_TASK_COMPLETED");
      lines.awaitLine(line -> line.contains("\"WORKFLOW_TASK_COMPLETED\""));
      await().until(() -> rpcs.openHistoryCalls(id) == pollsFor(2));

      proceed(id);

      events.awaitType("WORKFLOW_EXECUTION_SIGNALED").awaitEnd();
      lines.awaitEnd();
      assertThat(events.numbers()).isEqualTo(upTo(length(id)));
      assertThat(lines.lines().stream().filter(line -> !line.isEmpty()))
          .isEqualTo(events.field("data"));
    }
  }

  @Test
  void pausedRunIsFollowedUntilItCloses() throws Exception {
    String id = id("paused");
    started("WaitForSignal", id);
    String workflow = "/workflows/" + id;
    String path = workflow + "/history/events";

    try (EventReader early = EventReader.open(port, path)) {
      early.awaitType("WORKFLOW_TASK_COMPLETED");
      gateway.post(workflow + "/pause", "{}").is(204);
      early.awaitType("WORKFLOW_EXECUTION_PAUSED").awaitLine(": keep-alive"::equals);
      try (EventReader late = EventReader.open(port, path)) {
        late.awaitType("WORKFLOW_EXECUTION_PAUSED");

        gateway.send("POST", workflow + "/unpause").is(204);
        proceed(id);

        late.awaitType("WORKFLOW_EXECUTION_COMPLETED").awaitEnd();
        early.awaitType("WORKFLOW_EXECUTION_COMPLETED").awaitEnd();
        assertThat(late.numbers()).isEqualTo(upTo(length(id)));
        assertThat(early.numbers()).isEqualTo(upTo(length(id)));
      }
    }
  }

  /** Temporal keeps the event of a pause back until the Workflow Task has ended. */
  @Test
  void runThatIsPausedDuringATaskIsFollowedToo(WorkflowClient client) throws Exception {
    String id = id("busy");
    String workflow = "/workflows/" + id;
    String body = "{\"workflowType\":\"Idle\",\"taskQueue\":\"%s\",\"workflowId\":\"%s\"}";
    gateway.post("/workflows", body.formatted(id, id)).is(201);
    client
        .getWorkflowServiceStubs()
        .blockingStub()
        .pollWorkflowTaskQueue(
            PollWorkflowTaskQueueRequest.newBuilder()
                .setNamespace("default")
                .setTaskQueue(TaskQueue.newBuilder().setName(id))
                .build());

    try (EventReader events = EventReader.open(port, workflow + "/history/events")) {
      events.awaitType("WORKFLOW_EXECUTION_STARTED");
      gateway.post(workflow + "/pause", "{}").is(204);
      events.awaitType("WORKFLOW_EXECUTION_PAUSED");

      gateway.post(workflow + "/terminate", "{}").is(204);

      events.awaitType("WORKFLOW_EXECUTION_TERMINATED").awaitEnd();
      assertThat(events.numbers()).isEqualTo(upTo(length(id)));
    }
  }

  @Test
  void streamWithNothingToSayShowsThatItLives() throws Exception {
    String id = id("quiet");
    started("WaitForSignal", id);
    String path = "/workflows/" + id + "/history/events";

    try (EventReader events = EventReader.open(port, path);
        EventReader lines = EventReader.open(port, path, "Accept", NDJSON)) {
      events.awaitLine(": keep-alive"::equals);
      lines.awaitLine(String::isEmpty);
    }
  }

  @Test
  void onlyWantedEventsComeAndTheEndIsStillKnown() throws Exception {
    String id = completed();
    String path = "/workflows/" + id + "/history/events?eventType=WORKFLOW_EXECUTION_STARTED";

    try (EventReader events = EventReader.open(port, path).awaitEnd()) {
      assertThat(events.types()).containsExactly("WORKFLOW_EXECUTION_STARTED");
      assertThat(events.field("id").getLast()).endsWith("/" + length(id));
      gateway.get(path, "Last-Event-ID", events.field("id").getLast()).is(204);
    }
  }

  @Test
  void continuationsAreFollowedUnlessARunIsNamed() throws Exception {
    String id = id("chain");
    String first =
        gateway
            .post("/workflows", start("ContinueAsNew", "'workflowId':'" + id + "'", "'input':3"))
            .is(201)
            .at("/runId");
    String path = "/workflows/" + id + "/history/events?after=" + first + "/0";

    try (EventReader events = EventReader.open(port, path).awaitEnd()) {
      assertThat(events.types().stream().filter("WORKFLOW_EXECUTION_STARTED"::equals)).hasSize(4);
      assertThat(events.types().stream().filter("WORKFLOW_EXECUTION_CONTINUED_AS_NEW"::equals))
          .hasSize(3);
      assertThat(events.types()).endsWith("WORKFLOW_EXECUTION_COMPLETED");
      assertThat(events.field("id")).doesNotHaveDuplicates();

      String endOfFirst =
          events.field("id").stream().filter(own -> own.startsWith(first)).toList().getLast();
      try (EventReader rest =
          EventReader.open(
                  port, "/workflows/" + id + "/history/events", "Last-Event-ID", endOfFirst)
              .awaitEnd()) {
        List<String> all = events.field("id");
        assertThat(rest.field("id"))
            .isEqualTo(all.subList(all.indexOf(endOfFirst) + 1, all.size()));
      }
    }
    String ofRun = "/workflows/" + id + "/history/events?runId=" + first;
    try (EventReader events = EventReader.open(port, ofRun).awaitEnd()) {
      assertThat(events.types())
          .endsWith("WORKFLOW_EXECUTION_CONTINUED_AS_NEW")
          .doesNotContain("WORKFLOW_EXECUTION_COMPLETED");
      gateway.get(ofRun, "Last-Event-ID", events.field("id").getLast()).is(204);
    }
  }

  @Test
  void retriesAreFollowed() throws Exception {
    String id = id("retries");
    String first =
        gateway
            .post(
                "/workflows",
                startUnworked(
                    "Echo",
                    "'workflowId':'" + id + "'",
                    "'runTimeout':'1s'",
                    "'retryPolicy':{'initialInterval':'1s','maximumAttempts':2}"))
            .is(201)
            .at("/runId");

    try (EventReader events =
        EventReader.open(port, "/workflows/" + id + "/history/events?after=" + first + "/0")
            .awaitEnd()) {
      assertThat(events.types().stream().filter("WORKFLOW_EXECUTION_TIMED_OUT"::equals)).hasSize(2);
    }
  }

  @Test
  void numberAloneIsOneOfTheRun() throws Exception {
    String id = completed();

    try (EventReader events =
        EventReader.open(port, "/workflows/" + id + "/history/events?after=2").awaitEnd()) {
      assertThat(events.numbers()).isEqualTo(upTo(length(id)).stream().skip(2).toList());
    }
  }

  @Test
  void taskThatIsNotWrittenDownIsNotShown() throws Exception {
    String id = id("transient");
    started("FailingTask", id);
    String path = "/workflows/" + id + "/history/events";

    try (EventReader events = EventReader.open(port, path)) {
      events.awaitType("WORKFLOW_TASK_FAILED");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() ->
              !gateway.get("/workflows/" + id).at("/pendingWorkflowTask/attempt").equals("1"));
      try (EventReader late = EventReader.open(port, path).awaitType("WORKFLOW_TASK_FAILED")) {
        gateway.post("/workflows/" + id + "/signals/any", "{}").is(202);
        late.awaitType("WORKFLOW_EXECUTION_SIGNALED");
        gateway.post("/workflows/" + id + "/terminate", "{}").is(204);
        events.awaitEnd();
        late.awaitEnd();
        assertThat(late.numbers()).isEqualTo(upTo(length(id)));
        assertThat(events.numbers()).isEqualTo(upTo(length(id)));
      }
    }
  }

  @Test
  void rejectedUpdateLeavesNoGapAndNoDouble() throws Exception {
    String id = id("rejected");
    started("WaitForSignal", id);
    String path = "/workflows/" + id + "/history/events";

    try (EventReader events = EventReader.open(port, path)) {
      events.awaitType("WORKFLOW_TASK_COMPLETED");
      for (int i = 0; i < 3; i++) {
        gateway.post("/workflows/" + id + "/updates/add", "{\"input\":-1}").is(422);
      }
      gateway.post("/workflows/" + id + "/updates/add?wait=20", "{\"input\":1}").is(200);
      events.awaitType("WORKFLOW_EXECUTION_UPDATE_COMPLETED");
      proceed(id);
      events.awaitEnd();
      assertThat(events.numbers()).isEqualTo(upTo(length(id)));
    }
  }

  @Test
  void unknownExecutionIs404() {
    gateway
        .get("/workflows/" + id("unknown") + "/history/events")
        .isProblem(404, "workflow-not-found");
  }

  @Test
  void badPositionIsNamed() {
    String id = completed();
    String path = "/workflows/" + id + "/history/events";
    String run = gateway.get("/workflows/" + id).at("/runId");
    String other = "00000000-0000-4000-8000-000000000000";

    for (String bad :
        List.of(
            "x", "-1", run, run + "/", run + "/x", "1/1", "999", run + "/" + (length(id) + 1))) {
      assertThat(
              gateway
                  .get(path, "Last-Event-ID", bad)
                  .isProblem(422, "validation")
                  .at("/errors/0/header"))
          .isEqualTo("Last-Event-ID");
    }
    assertThat(gateway.get(path + "?after=x").isProblem(422, "validation").text())
        .contains("\"parameter\":\"after\"");
    gateway.get(path + "?runId=" + run, "Last-Event-ID", other + "/1").isProblem(422, "validation");
    gateway.get(path, "Last-Event-ID", other + "/1").isProblem(404, "workflow-not-found");
    gateway.get(path + "?eventType=x").isProblem(422, "validation");
    gateway.get(path, "Accept", "application/pdf").isProblem(406, "not-acceptable");
  }

  private String completed() {
    String id = id("closed");
    gateway
        .post(
            "/workflows?wait=30",
            start("Echo", "'workflowId':'" + id + "'", "'input':'line\\nbreak'"))
        .is(200);
    return id;
  }

  /** How many polls Temporal holds for streams of an open run. */
  int pollsFor(int streams) {
    return streams;
  }

  private void proceed(String id) {
    gateway.post("/workflows/" + id + "/signals/proceed", "{\"input\":1}").is(202);
  }

  private long length(String id) {
    return Long.parseLong(gateway.get("/workflows/" + id).is(200).at("/historyLength"));
  }

  private static List<Long> upTo(long length) {
    return LongStream.rangeClosed(1, length).boxed().toList();
  }
}
