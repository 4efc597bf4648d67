package io.github.temporalgateway.workflow.diagnosis;

import io.github.temporalgateway.payload.ProtoTimes;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the last events of a history tell, read from the last one back. */
final class RecentEvents {

  /** How many events are read at most; a timer that was started earlier is not seen. */
  static final int MOST = 1000;

  private final Set<Long> ended = new HashSet<>();
  private final List<PendingTimer> timers = new ArrayList<>();
  private @Nullable HistoryEvent taskFailure;
  private boolean taskCompleted;
  private boolean whole;

  private RecentEvents() {}

  static RecentEvents none() {
    return new RecentEvents();
  }

  static RecentEvents of(Stream<HistoryEvent> fromTheEnd) {
    RecentEvents recent = new RecentEvents();
    fromTheEnd.limit(MOST).forEach(recent::add);
    recent.timers.sort(Comparator.comparing(PendingTimer::firesAt));
    return recent;
  }

  /** Timers that have not fired, the next one first. */
  List<PendingTimer> timers() {
    return timers;
  }

  /** Why the last Workflow Task did not complete: WORKFLOW_TASK_FAILED or _TIMED_OUT, if so. */
  @Nullable HistoryEvent taskFailure() {
    return taskFailure;
  }

  /** Whether the first event was among them. */
  boolean whole() {
    return whole;
  }

  private void add(HistoryEvent event) {
    whole |= event.getEventId() == 1;
    switch (event.getEventType()) {
      case EVENT_TYPE_TIMER_FIRED ->
          ended.add(event.getTimerFiredEventAttributes().getStartedEventId());
      case EVENT_TYPE_TIMER_CANCELED ->
          ended.add(event.getTimerCanceledEventAttributes().getStartedEventId());
      case EVENT_TYPE_TIMER_STARTED -> addTimer(event);
      case EVENT_TYPE_WORKFLOW_TASK_COMPLETED -> taskCompleted = true;
      case EVENT_TYPE_WORKFLOW_TASK_FAILED, EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT -> addFailure(event);
      default -> {}
    }
  }

  private void addTimer(HistoryEvent event) {
    if (!ended.contains(event.getEventId())) {
      var timer = event.getTimerStartedEventAttributes();
      Instant firesAt =
          ProtoTimes.toInstant(event.getEventTime())
              .plus(ProtoTimes.toDuration(timer.getStartToFireTimeout()));
      timers.add(new PendingTimer(timer.getTimerId(), firesAt));
    }
  }

  private void addFailure(HistoryEvent event) {
    if (taskFailure == null && !taskCompleted) {
      taskFailure = event;
    }
  }

  /** Whether a failure of a Workflow Task is that a Worker took it and said nothing. */
  static boolean isTimeout(HistoryEvent event) {
    return event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT;
  }
}
