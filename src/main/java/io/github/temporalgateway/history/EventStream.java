package io.github.temporalgateway.history;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.connection.Histories;
import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.security.Permit;
import io.github.temporalgateway.workflow.ExecutionMapper;
import io.temporal.api.history.v1.HistoryEvent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The events of an execution from a position on, those that have not happened yet included. Keeps
 * the thread that writes it until the execution is over, holds one page of events and writes each
 * event exactly once.
 */
class EventStream {

  private final boolean follow;
  private final EventTypes types;
  private final Permit permit;
  private final CallerWatch caller;
  private final EventPolls polls;
  private final HistoryMapper mapper;
  private ExecutionRef run;
  private long last;
  private ByteString page = ByteString.EMPTY;
  private boolean paused;
  private HistoryEvent latest = HistoryEvent.getDefaultInstance();

  EventStream(
      ExecutionRef run,
      long after,
      boolean follow,
      EventTypes types,
      Permit permit,
      CallerWatch caller,
      EventPolls polls,
      HistoryMapper mapper) {
    this.run = run;
    this.last = after;
    this.follow = follow;
    this.types = types;
    this.permit = permit;
    this.caller = caller;
    this.polls = polls;
    this.mapper = mapper;
  }

  /** The run whose events come next. */
  ExecutionRef run() {
    return run;
  }

  /**
   * Writes all of it.
   *
   * @throws RefusedException when the gateway is told to end, or the caller may not see what
   *     follows
   */
  void writeTo(EventSink sink) throws IOException {
    sink.begin();
    boolean goesOn = true;
    while (goesOn) {
      goesOn =
          switch (poll()) {
            case Polled.Arrived(var events, var next) -> {
              write(events, sink);
              page = next;
              paused = page.isEmpty() && !Histories.isClosing(latest);
              yield !page.isEmpty() || paused || goOn();
            }
            case Polled.MoreEvents _ -> {
              paused = false;
              yield true;
            }
            case Polled.Quiet _ -> {
              sink.heartbeat();
              yield true;
            }
            case Polled.CallerGone _ -> false;
            case Polled.ShuttingDown _ ->
                throw new RefusedException(
                    ProblemCode.SHUTTING_DOWN, "The gateway has stopped before the execution.");
          };
    }
  }

  private Polled poll() {
    return paused ? polls.afterPause(run, last, caller) : polls.next(run, page, caller);
  }

  private void write(List<HistoryEvent> events, EventSink sink) throws IOException {
    List<HistoryEvent> fresh = events.stream().filter(event -> event.getEventId() > last).toList();
    for (HistoryEvent event : fresh) {
      last = event.getEventId();
      if (types.include(event)) {
        sink.event(mapper.toEvent(event, position()));
      }
    }
    if (!fresh.isEmpty()) {
      sink.endOfBatch(position());
    } else if (events.isEmpty()) {
      sink.heartbeat();
    }
    if (!events.isEmpty()) {
      latest = events.getLast();
    }
  }

  private boolean goOn() {
    Optional<ExecutionRef> next = follow ? next(run, latest, permit) : Optional.empty();
    next.ifPresent(other -> {
      run = other;
      last = 0;
      latest = HistoryEvent.getDefaultInstance();
    });
    return next.isPresent();
  }

  /**
   * The run that an execution goes on as.
   *
   * @throws RefusedException when the caller may not see what it has become
   */
  static Optional<ExecutionRef> next(ExecutionRef run, HistoryEvent closing, Permit permit) {
    Optional<ExecutionRef> next = HistoryMapper.nextRun(closing).map(run::atRun);
    next.ifPresent(other ->
        ExecutionMapper.newKind(closing).ifPresent(kind -> permit.requireKind(other, kind)));
    return next;
  }

  private EventPosition position() {
    return EventPosition.at(run, last);
  }
}
