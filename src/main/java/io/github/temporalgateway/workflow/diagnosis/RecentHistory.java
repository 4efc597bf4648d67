package io.github.temporalgateway.workflow.diagnosis;

import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the last events of a history tell beyond a description.
 *
 * @param timers events that started timers which have not fired
 * @param activityQueues Task Queue of each Activity, by Activity Id
 * @param taskFailure why the last Workflow Task failed, when it did
 */
record RecentHistory(
    List<HistoryEvent> timers, Map<String, String> activityQueues, @Nullable Failure taskFailure) {

  /**
   * Reads events.
   *
   * @param events from the last one back
   */
  static RecentHistory of(Stream<HistoryEvent> events) {
    Collector collector = new Collector();
    events.forEach(collector::add);
    return new RecentHistory(collector.timers, collector.queues, collector.taskFailure);
  }

  private static final class Collector {
    private final Set<Long> ended = new HashSet<>();
    private final List<HistoryEvent> timers = new ArrayList<>();
    private final Map<String, String> queues = new HashMap<>();
    private @Nullable Failure taskFailure;
    private boolean taskSeen;

    private void add(HistoryEvent event) {
      switch (event.getAttributesCase()) {
        case TIMER_FIRED_EVENT_ATTRIBUTES ->
            ended.add(event.getTimerFiredEventAttributes().getStartedEventId());
        case TIMER_CANCELED_EVENT_ATTRIBUTES ->
            ended.add(event.getTimerCanceledEventAttributes().getStartedEventId());
        case TIMER_STARTED_EVENT_ATTRIBUTES -> {
          if (!ended.contains(event.getEventId())) {
            timers.add(event);
          }
        }
        case ACTIVITY_TASK_SCHEDULED_EVENT_ATTRIBUTES -> {
          var scheduled = event.getActivityTaskScheduledEventAttributes();
          queues.put(scheduled.getActivityId(), scheduled.getTaskQueue().getName());
        }
        case WORKFLOW_TASK_COMPLETED_EVENT_ATTRIBUTES -> taskSeen = true;
        case WORKFLOW_TASK_FAILED_EVENT_ATTRIBUTES -> {
          if (!taskSeen) {
            taskSeen = true;
            taskFailure = event.getWorkflowTaskFailedEventAttributes().getFailure();
          }
        }
        default -> {}
      }
    }
  }
}
