package io.github.temporalgateway.workflow.diagnosis;

import io.github.temporalgateway.payload.ProtoTimes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.TimerStartedEventAttributes;
import io.temporal.api.taskqueue.v1.PollerInfo;
import java.util.List;

/** Where diagnoses meet Temporal's protobuf. */
final class DiagnosisMapper {

  private DiagnosisMapper() {}

  static PolledQueue toQueue(String name, List<PollerInfo> pollers) {
    return new PolledQueue(
        name,
        pollers.stream()
            .map(poller ->
                new QueuePoller(
                    poller.getIdentity(), ProtoTimes.toInstant(poller.getLastAccessTime())))
            .toList());
  }

  static List<PendingTimer> toTimers(List<HistoryEvent> started) {
    return started.stream().map(DiagnosisMapper::toTimer).toList();
  }

  private static PendingTimer toTimer(HistoryEvent event) {
    TimerStartedEventAttributes timer = event.getTimerStartedEventAttributes();
    return new PendingTimer(
        timer.getTimerId(),
        ProtoTimes.toInstant(event.getEventTime())
            .plus(ProtoTimes.toDuration(timer.getStartToFireTimeout())));
  }
}
