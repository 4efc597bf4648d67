package io.github.temporalgateway.history;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.connection.Histories;
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
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Waits for the next events of a run, a short while each time. */
@Component
class EventPolls {

  private static final int PAGE_SIZE = 200;

  /** A stream shows a sign of life after each poll, all that belongs to it included. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

  private static final Duration LONGEST_POLL = LONGEST_SILENCE.minus(WrittenEvents.PATIENCE);

  private static final Duration WHILE_PAUSED = Duration.ofSeconds(3);

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
    return poll(
        run,
        caller,
        HeldPolls.PAUSE,
        (connection, end) -> Optional.of(arrived(connection, request, end)));
  }

  /**
   * Waits for an event after the newest one of a paused run. Temporal holds no poll for such a run,
   * so it is asked every few seconds.
   */
  Polled afterPause(ExecutionRef run, long newest, CallerWatch caller) {
    GetWorkflowExecutionHistoryRequest request =
        HistoryMapper.toForward(run, PAGE_SIZE, ByteString.EMPTY);
    return poll(
        run,
        caller,
        WHILE_PAUSED,
        (connection, end) ->
            WrittenEvents.newestOf(connection.stub().withDeadline(end), request) > newest
                ? Optional.of(new Polled.MoreEvents())
                : Optional.empty());
  }

  private Polled poll(
      ExecutionRef run,
      CallerWatch caller,
      Duration pause,
      BiFunction<NamespaceConnection, Deadline, Optional<Polled>> ask) {
    NamespaceConnection connection = connections.namespace(run.namespace());
    Deadline end = Deadline.after(LONGEST_POLL.toMillis(), TimeUnit.MILLISECONDS);
    return held.hold(
        caller,
        context ->
            HeldPolls.until(
                    end,
                    context,
                    connection,
                    ProblemCode.WORKFLOW_NOT_FOUND,
                    pause,
                    () -> ask.apply(connection, end))
                .orElseGet(() -> nothing(context)));
  }

  private Polled nothing(Context context) {
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
    boolean closed = !events.isEmpty() && Histories.isClosing(events.getLast());
    return new Polled.Arrived(
        closed ? events : written.of(connection, request, events, end),
        response.getNextPageToken());
  }
}
