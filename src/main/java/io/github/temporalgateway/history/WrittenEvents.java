package io.github.temporalgateway.history;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.grpc.Deadline;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.time.Duration;
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

  /** How much longer than a poll it may take to tell them. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  /**
   * The events up to the last one that Temporal has written down. However long the history is, this
   * takes two calls at most: what is not newer than the newest event that is written down can be
   * read again, and is then what it will always be.
   *
   * @param request what the events are the answer to
   * @param end until when the poll may take
   */
  List<HistoryEvent> of(
      NamespaceConnection connection,
      GetWorkflowExecutionHistoryRequest request,
      List<HistoryEvent> events,
      Deadline end) {
    int certain = events.size();
    while (certain > 0 && isOfWorkflowTask(events.get(certain - 1))) {
      certain--;
    }
    if (certain == events.size()) {
      return events;
    }
    WorkflowServiceBlockingStub stub =
        connection.stub().withDeadline(end.offset(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    long newest = newestOf(stub, request);
    if (events.get(certain).getEventId() <= newest) {
      List<HistoryEvent> again =
          stub.getWorkflowExecutionHistory(request).getHistory().getEventsList();
      while (certain < events.size()
          && events.get(certain).getEventId() <= newest
          && contains(again, events.get(certain))) {
        certain++;
      }
    }
    return events.subList(0, certain);
  }

  /** The number of the last event that is written down; the reverse history has nothing else. */
  static long newestOf(
      WorkflowServiceBlockingStub stub, GetWorkflowExecutionHistoryRequest request) {
    return stub
        .getWorkflowExecutionHistoryReverse(HistoryMapper.toNewest(request))
        .getHistory()
        .getEventsList()
        .stream()
        .mapToLong(HistoryEvent::getEventId)
        .max()
        .orElse(0);
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
