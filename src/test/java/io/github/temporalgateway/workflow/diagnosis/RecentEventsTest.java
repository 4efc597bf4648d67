package io.github.temporalgateway.workflow.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.TimerFiredEventAttributes;
import io.temporal.api.history.v1.TimerStartedEventAttributes;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the end of a history tells. */
class RecentEventsTest {

  @Test
  void timersThatHaveNotFiredAreSortedByTheirTime() {
    RecentEvents recent =
        RecentEvents.of(
            Stream.of(
                timer(4, "late", 60),
                HistoryEvent.newBuilder()
                    .setEventId(3)
                    .setEventType(EventType.EVENT_TYPE_TIMER_FIRED)
                    .setTimerFiredEventAttributes(
                        TimerFiredEventAttributes.newBuilder().setStartedEventId(2))
                    .build(),
                timer(2, "fired", 1),
                timer(1, "soon", 30)));

    assertThat(recent.timers()).extracting(PendingTimer::timerId).containsExactly("soon", "late");
    assertThat(recent.whole()).isTrue();
  }

  @Test
  void onlyTheLastWorkflowTaskCounts() {
    HistoryEvent failed = event(9, EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED);
    HistoryEvent completed = event(8, EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED);
    HistoryEvent older = event(7, EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT);

    assertThat(RecentEvents.of(Stream.of(failed, completed, older)).taskFailure())
        .isEqualTo(failed);
    assertThat(RecentEvents.of(Stream.of(completed, older)).taskFailure()).isNull();
    assertThat(RecentEvents.of(Stream.of(older)).taskFailure()).isEqualTo(older);
  }

  @Test
  void noMoreEventsAreReadThanNeeded() {
    AtomicLong read = new AtomicLong();

    RecentEvents recent =
        RecentEvents.of(
            Stream.iterate(5000L, id -> id - 1)
                .peek(_ -> read.incrementAndGet())
                .map(id -> event(id, EventType.EVENT_TYPE_MARKER_RECORDED)));

    assertThat(read).hasValue(RecentEvents.MOST);
    assertThat(recent.whole()).isFalse();
  }

  private static HistoryEvent timer(long id, String timerId, long seconds) {
    return HistoryEvent.newBuilder()
        .setEventId(id)
        .setEventType(EventType.EVENT_TYPE_TIMER_STARTED)
        .setTimerStartedEventAttributes(
            TimerStartedEventAttributes.newBuilder()
                .setTimerId(timerId)
                .setStartToFireTimeout(Duration.newBuilder().setSeconds(seconds)))
        .build();
  }

  private static HistoryEvent event(long id, EventType type) {
    return HistoryEvent.newBuilder().setEventId(id).setEventType(type).build();
  }
}
