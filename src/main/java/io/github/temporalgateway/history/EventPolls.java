package io.github.temporalgateway.history;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.waiting.HeldCalls;
import io.github.temporalgateway.waiting.HeldPolls;
import io.grpc.Context;
import io.grpc.Deadline;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Waits for the next events of a run, a short while each time. */
@Component
class EventPolls {

  private static final int PAGE_SIZE = 200;

  /** A stream shows a sign of life after each poll, all that belongs to it included. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

  private static final Duration LONGEST_POLL = LONGEST_SILENCE.minus(WrittenEvents.PATIENCE);

  private final TemporalConnections connections;
  private final HeldCalls held;
  private final WrittenEvents written;

  EventPolls(TemporalConnections connections, HeldCalls held, WrittenEvents written) {
    this.connections = connections;
    this.held = held;
    this.written = written;
  }

  /**
   * Waits for events.
   *
   * @param page Temporal's token for what comes next; empty for the beginning
   */
  Polled next(ExecutionRef run, ByteString page, CallerWatch caller) {
    GetWorkflowExecutionHistoryRequest request =
        HistoryMapper.toForward(run, PAGE_SIZE, page).toBuilder().setWaitNewEvent(true).build();
    return held.hold(caller, context -> poll(run, request, context));
  }

  private Polled poll(
      ExecutionRef run, GetWorkflowExecutionHistoryRequest request, Context context) {
    NamespaceConnection connection = connections.namespace(run.namespace());
    Deadline end = Deadline.after(LONGEST_POLL.toMillis(), TimeUnit.MILLISECONDS);
    Optional<Polled> arrived =
        HeldPolls.until(
            end,
            context,
            connection,
            ProblemCode.WORKFLOW_NOT_FOUND,
            () -> Optional.of(arrived(connection, request, end)));
    if (arrived.isPresent()) {
      return arrived.get();
    }
    if (context.isCancelled()) {
      return held.isRunning() ? new Polled.CallerGone() : new Polled.ShuttingDown();
    }
    return new Polled.Quiet();
  }

  private Polled arrived(
      NamespaceConnection connection, GetWorkflowExecutionHistoryRequest request, Deadline end) {
    GetWorkflowExecutionHistoryResponse response =
        connection.longPollStub().withDeadline(end).getWorkflowExecutionHistory(request);
    List<HistoryEvent> events = response.getHistory().getEventsList();
    boolean open = !response.getNextPageToken().isEmpty();
    return new Polled.Arrived(
        open ? written.of(connection, request, events, end) : events, response.getNextPageToken());
  }
}
