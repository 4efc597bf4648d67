package io.github.temporalgateway.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.samples.SampleWorker;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Streams that end before their execution does, and go on elsewhere. */
class EventStreamEndsIT extends RealGateway {

  private static final String NDJSON = "application/x-ndjson";

  @LocalServerPort private int port;

  @Test
  void anotherGatewayGoesOnExactlyWhereTheFirstStopped(TemporalDevServer server) throws Exception {
    String id = id("resume");
    started("WaitForSignal", id);
    String path = "/workflows/" + id + "/history/events";
    Thread busy = Thread.startVirtualThread(() -> signal(id, 120));
    List<String> ids = new ArrayList<>();
    OwnGateway own = OwnGateway.start(server.target());
    try (EventReader first = EventReader.open(own.port(), path)) {
      await().until(() -> first.types().size() > 20);
      own.close();
      first.awaitEnd();
      assertThat(first.lines()).contains(": shutting down").doesNotContain("event: problem");
      ids.addAll(first.field("id"));
    } finally {
      own.close();
    }

    try (EventReader second = EventReader.open(port, path, "Last-Event-ID", ids.getLast())) {
      busy.join();
      gateway.post("/workflows/" + id + "/signals/proceed", "{\"input\":1}").is(202);
      second.awaitEnd();
      ids.addAll(second.field("id"));
    }

    String run = gateway.get("/workflows/" + id).at("/runId");
    long length = Long.parseLong(gateway.get("/workflows/" + id).at("/historyLength"));
    assertThat(ids)
        .isEqualTo(
            LongStream.rangeClosed(1, length).mapToObj(number -> run + "/" + number).toList());
    gateway.get(path, "Last-Event-ID", ids.getLast()).is(204);
  }

  @Test
  void shutdownEndsLinesWithAProblem(TemporalDevServer server) throws Exception {
    String id = id("shutdown");
    started("WaitForSignal", id);
    OwnGateway own = OwnGateway.start(server.target());
    try (EventReader lines =
        EventReader.open(own.port(), "/workflows/" + id + "/history/events", "Accept", NDJSON)) {
      lines.awaitLine(line -> line.contains("WORKFLOW_TASK_COMPLETED"));
      await().until(() -> own.rpcs().openHistoryCalls(id) == 1);

      own.close();

      lines.awaitEnd();
      assertThat(lines.lines().getLast()).startsWith("{\"problem\":").contains("\"shutting-down\"");
    } finally {
      own.close();
    }
  }

  @Test
  void pollEndsWhenItsCallerHangsUp() throws Exception {
    String id = id("hang-up");
    started("WaitForSignal", id);
    try (EventReader events = EventReader.open(port, "/workflows/" + id + "/history/events")) {
      events.awaitType("WORKFLOW_TASK_COMPLETED");
      await().until(() -> rpcs.openHistoryCalls(id) == 1);
    }

    await().atMost(Duration.ofSeconds(8)).until(() -> rpcs.openHistoryCalls(id) == 0);
    int calls = rpcs.historyCalls(id).size();
    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(3))
        .until(() -> rpcs.historyCalls(id).size() == calls);
  }

  @Test
  void streamSurvivesAShortAbsenceOfTemporal() throws Exception {
    try (TemporalDevServer server = TemporalDevServer.startOnFreePorts();
        OwnGateway own = OwnGateway.start(server.target());
        SampleWorker worker = SampleWorker.start(server.target())) {
      String id = id("survives");
      own.client().post("/workflows", start("WaitForSignal", "'workflowId':'" + id + "'")).is(201);
      try (EventReader events =
          EventReader.open(own.port(), "/workflows/" + id + "/history/events")) {
        events.awaitType("WORKFLOW_TASK_COMPLETED");

        server.stop();
        events.awaitLine(": keep-alive"::equals);
        server.start();
        await()
            .atMost(Duration.ofSeconds(40))
            .ignoreExceptions()
            .until(() -> {
              worker.client().newUntypedWorkflowStub(id).signal("proceed", 1);
              return true;
            });

        events.awaitEnd();
        assertThat(events.types()).endsWith("WORKFLOW_EXECUTION_COMPLETED");
        assertThat(events.field("id")).doesNotHaveDuplicates();
        assertThat(events.numbers())
            .isEqualTo(LongStream.rangeClosed(1, events.numbers().size()).boxed().toList());
      }
    }
  }

  private void signal(String id, int times) {
    for (int i = 0; i < times; i++) {
      gateway.post("/workflows/" + id + "/signals/other", "{\"input\":" + i + "}").is(202);
    }
  }
}
