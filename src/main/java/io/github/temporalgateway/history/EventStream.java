package io.github.temporalgateway.history;

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
  private final HistoryMapper mapper;
  private EventFeed feed;
  private long last;

  EventStream(
      EventFeed feed,
      long after,
      boolean follow,
      EventTypes types,
      Permit permit,
      HistoryMapper mapper) {
    this.feed = feed;
    this.last = after;
    this.follow = follow;
    this.types = types;
    this.permit = permit;
    this.mapper = mapper;
  }

  /** The run whose events come next. */
  ExecutionRef run() {
    return feed.run();
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
          switch (feed.next()) {
            case Polled.Arrived(var events, var more) -> {
              write(events, sink);
              yield more || goOn();
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

  private void write(List<HistoryEvent> events, EventSink sink) throws IOException {
    List<HistoryEvent> fresh = events.stream().filter(event -> event.getEventId() > last).toList();
    for (HistoryEvent event : fresh) {
      last = event.getEventId();
      if (types.include(event)) {
        sink.event(mapper.toEvent(event, position()));
      }
    }
    if (fresh.isEmpty()) {
      sink.heartbeat();
    } else {
      sink.endOfBatch(position());
    }
  }

  private boolean goOn() {
    Optional<ExecutionRef> next =
        follow ? next(feed.run(), feed.latest(), permit) : Optional.empty();
    next.ifPresent(other -> {
      feed = feed.goOn(other);
      last = 0;
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
    return EventPosition.at(feed.run(), last);
  }
}
