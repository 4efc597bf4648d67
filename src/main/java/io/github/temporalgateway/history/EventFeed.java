package io.github.temporalgateway.history;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.connection.Histories;
import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.waiting.BudgetedPolls;
import io.github.temporalgateway.waiting.HeldCalls;
import io.github.temporalgateway.waiting.HeldPolls;
import io.github.temporalgateway.waiting.PolledResult;
import io.grpc.Context;
import io.grpc.Deadline;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The events of a run from the first on, for one caller. What there is already comes at once. What
 * is still to come is waited for a short while each time, within the long polls that all who wait
 * for runs have together.
 */
final class EventFeed {

  private static final int PAGE_SIZE = 200;

  /** A stream shows a sign of life after each poll, all that belongs to it included. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

  private static final Duration LONGEST_POLL = LONGEST_SILENCE.minus(WrittenEvents.PATIENCE);

  private static final Duration WHILE_PAUSED = Duration.ofSeconds(3);

  private final ExecutionRef run;
  private final NamespaceConnection connection;
  private final BudgetedPolls polls;
  private final CallerWatch caller;
  private final HeldCalls held;
  private final WrittenEvents written;
  private final NextEvents nextEvents = new NextEvents();

  /** Number of the newest event that the run is known to have. */
  private long newest;

  /** Temporal's token for what comes next; empty for the beginning. */
  private ByteString page = ByteString.EMPTY;

  /**
   * Temporal holds no poll for a paused run and gives no token: all events have to be read anew.
   */
  private boolean paused;

  private HistoryEvent latest = HistoryEvent.getDefaultInstance();

  EventFeed(
      ExecutionRef run,
      long newest,
      NamespaceConnection connection,
      BudgetedPolls polls,
      CallerWatch caller,
      HeldCalls held,
      WrittenEvents written) {
    this.run = run;
    this.newest = newest;
    this.connection = connection;
    this.polls = polls;
    this.caller = caller;
    this.held = held;
    this.written = written;
  }

  /** The feed of another run of the same execution. */
  EventFeed goOn(ExecutionRef other) {
    return new EventFeed(other, 1, connection, polls, caller, held, written);
  }

  ExecutionRef run() {
    return run;
  }

  /** The last event that has come so far. */
  HistoryEvent latest() {
    return latest;
  }

  /** Waits for events. */
  Polled next() {
    Deadline end = Deadline.after(LONGEST_POLL.toMillis(), TimeUnit.MILLISECONDS);
    return held.hold(
        caller,
        context ->
            HeldPolls.until(
                    end,
                    context,
                    connection,
                    ProblemCode.WORKFLOW_NOT_FOUND,
                    paused ? WHILE_PAUSED : HeldPolls.PAUSE,
                    () -> ask(end))
                .orElseGet(() -> nothing(context)));
  }

  private Polled nothing(Context context) {
    if (context.isCancelled()) {
      return held.isRunning() ? new Polled.CallerGone() : new Polled.ShuttingDown();
    }
    return new Polled.Quiet();
  }

  private Optional<Polled> ask(Deadline end) {
    Optional<GetWorkflowExecutionHistoryResponse> told = Optional.empty();
    if (!isBehind()) {
      told = paused ? polls.readInTurn(nextEvents, end) : polls.ask(nextEvents, end);
    }
    if (told.isEmpty() && isBehind()) {
      told = nextEvents.poll(end);
    }
    return told.map(response -> arrived(response, end));
  }

  /** Whether the run has events that have not come yet. */
  private boolean isBehind() {
    return latest.getEventId() < newest;
  }

  private Polled arrived(GetWorkflowExecutionHistoryResponse response, Deadline end) {
    List<HistoryEvent> events = response.getHistory().getEventsList();
    if (events.isEmpty() || !Histories.isClosing(events.getLast())) {
      events = written.of(connection, nextEvents.request(), events, end);
    }
    if (!events.isEmpty()) {
      latest = events.getLast();
    }
    boolean open = !Histories.isClosing(latest);
    page = response.getNextPageToken();
    paused = open && page.isEmpty();
    if (paused) {
      newest = latest.getEventId();
    }
    return new Polled.Arrived(events, open);
  }

  private final class NextEvents implements PolledResult<GetWorkflowExecutionHistoryResponse> {

    GetWorkflowExecutionHistoryRequest request() {
      return HistoryMapper.toForward(run, PAGE_SIZE, page).toBuilder()
          .setWaitNewEvent(true)
          .build();
    }

    @Override
    public Optional<GetWorkflowExecutionHistoryResponse> poll(Deadline end) {
      return Optional.of(
          connection.longPollStub().withDeadline(end).getWorkflowExecutionHistory(request()));
    }

    /** Looks whether there is a new event. */
    @Override
    public Optional<GetWorkflowExecutionHistoryResponse> read(Deadline end) {
      newest = WrittenEvents.newestOf(connection.stub().withDeadline(end), request());
      return Optional.empty();
    }
  }
}
