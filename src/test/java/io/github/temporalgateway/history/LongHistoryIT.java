package io.github.temporalgateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.RealGateway;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A history of many pages costs no more calls than it has pages. */
class LongHistoryIT extends RealGateway {

  @LocalServerPort private int port;

  @Test
  void pagesOfLongOpenRunAreReadOnce(WorkflowClient client) throws Exception {
    String id = id("long");
    started("WaitForSignal", id);
    WorkflowStub workflow = client.newUntypedWorkflowStub(id);
    for (int i = 0; i < 800; i++) {
      workflow.signal("other", i);
    }
    String length = gateway.get("/workflows/" + id).is(200).at("/historyLength");

    try (EventReader events = EventReader.open(port, "/workflows/" + id + "/history/events")) {
      events.awaitLine(line -> line.startsWith("id: ") && line.endsWith("/" + length));

      assertThat(events.numbers())
          .startsWith(
              LongStream.rangeClosed(1, Long.parseLong(length)).boxed().toArray(Long[]::new));
      assertThat(rpcs.historyCalls(id)).hasSizeGreaterThan(3);
      assertThat(rpcs.reverseHistoryCalls(id)).isLessThanOrEqualTo(rpcs.historyCalls(id).size());
    }
  }

  @Test
  void taskThatIsTriedAgainAndAgainIsNotAskedForAllTheTime() throws Exception {
    String id = id("retried");
    started("FailingTask", id);

    try (EventReader events = EventReader.open(port, "/workflows/" + id + "/history/events")) {
      events.awaitType("WORKFLOW_TASK_FAILED").awaitLine(": keep-alive"::equals);

      assertThat(rpcs.historyCalls(id)).hasSizeLessThan(30);
    }
    gateway.post("/workflows/" + id + "/terminate", "{}").is(204);
  }
}
