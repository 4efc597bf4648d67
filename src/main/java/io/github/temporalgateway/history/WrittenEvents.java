package io.github.temporalgateway.history;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.grpc.Deadline;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Tells events of a history from events that may never be part of it. At the end of an open run's
 * history Temporal shows a Workflow Task that it has not written down, because it is a retry or
 * serves an Update that may be rejected. Another event may get its number, so nobody could go on
 * exactly after it. When it is written down, Temporal shows it again.
 */
@Component
class WrittenEvents {

  private static final int LAST_BATCHES = 3;

  /** The events up to the last one that Temporal has written down. */
  List<HistoryEvent> of(
      NamespaceConnection connection, ExecutionRef run, List<HistoryEvent> events, Deadline end) {
    int certain = events.size();
    while (certain > 0 && isOfWorkflowTask(events.get(certain - 1))) {
      certain--;
    }
    if (certain == events.size()) {
      return events;
    }
    List<HistoryEvent> last = lastOf(connection, run, events.get(certain).getEventId(), end);
    while (certain < events.size() && contains(last, events.get(certain))) {
      certain++;
    }
    return events.subList(0, certain);
  }

  /** What is written down from an event on; the reverse history has nothing else. */
  private static List<HistoryEvent> lastOf(
      NamespaceConnection connection, ExecutionRef run, long from, Deadline end) {
    List<HistoryEvent> last = new ArrayList<>();
    ByteString page = ByteString.EMPTY;
    do {
      GetWorkflowExecutionHistoryReverseResponse response =
          connection
              .stub()
              .withDeadline(end.offset(5, TimeUnit.SECONDS))
              .getWorkflowExecutionHistoryReverse(HistoryMapper.toReverse(run, LAST_BATCHES, page));
      for (HistoryEvent event : response.getHistory().getEventsList()) {
        if (event.getEventId() < from) {
          return last;
        }
        if (isOfWorkflowTask(event)) {
          last.add(event);
        }
      }
      page = response.getNextPageToken();
    } while (!page.isEmpty());
    return last;
  }

  private static boolean contains(List<HistoryEvent> written, HistoryEvent event) {
    return written.stream()
        .anyMatch(other ->
            other.getEventId() == event.getEventId()
                && other.getEventType() == event.getEventType()
                && other.getEventTime().equals(event.getEventTime()));
  }

  private static boolean isOfWorkflowTask(HistoryEvent event) {
    return event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED
        || event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED;
  }
}
