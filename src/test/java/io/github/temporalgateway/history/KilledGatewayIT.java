package io.github.temporalgateway.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.GatewayProcess;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A stream whose gateway dies in the middle of it goes on at another one. */
class KilledGatewayIT extends RealGateway {

  @LocalServerPort private int port;

  @Test
  void nothingIsLostAndNothingComesTwice(TemporalDevServer server) throws Exception {
    List<String> seen = new ArrayList<>();
    String working = id("killed");
    String failing = id("killed-retried");
    started("WaitForSignal", working);
    started("FailingTask", failing);
    List<String> seenOfFailing = new ArrayList<>();
    AtomicBoolean enough = new AtomicBoolean();
    Thread busy;
    try (GatewayProcess first = GatewayProcess.start(server.target());
        EventReader events = EventReader.open(first.port(), events(working));
        EventReader retried = EventReader.open(first.port(), events(failing))) {
      retried.awaitType("WORKFLOW_TASK_FAILED");
      busy = Thread.startVirtualThread(() -> signalUntil(enough, working, failing));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> events.dispatched().size() > 30 && retried.dispatched().size() > 10);

      first.kill();

      seen.addAll(events.awaitBroken().dispatched());
      seenOfFailing.addAll(retried.awaitBroken().dispatched());
    }

    try (EventReader rest =
            EventReader.open(port, events(working), "Last-Event-ID", seen.getLast());
        EventReader restOfFailing =
            EventReader.open(port, events(failing), "Last-Event-ID", seenOfFailing.getLast())) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> rest.dispatched().size() > 10 && restOfFailing.dispatched().size() > 10);
      enough.set(true);
      busy.join();
      gateway.post("/workflows/" + working + "/signals/proceed", "{\"input\":1}").is(202);
      gateway.post("/workflows/" + failing + "/terminate", "{}").is(204);
      seen.addAll(rest.awaitEnd().dispatched());
      seenOfFailing.addAll(restOfFailing.awaitEnd().dispatched());
    }

    assertThat(seen).isEqualTo(whole(working));
    assertThat(seenOfFailing).isEqualTo(whole(failing));
  }

  private void signalUntil(AtomicBoolean enough, String... ids) {
    while (!enough.get()) {
      for (String id : ids) {
        gateway.post("/workflows/" + id + "/signals/other", "{\"input\":1}").is(202);
      }
    }
  }

  private List<String> whole(String id) {
    Answer now = gateway.get("/workflows/" + id).is(200);
    return LongStream.rangeClosed(1, Long.parseLong(now.at("/historyLength")))
        .mapToObj(number -> now.at("/runId") + "/" + number)
        .toList();
  }

  private static String events(String id) {
    return "/workflows/" + id + "/history/events";
  }
}
