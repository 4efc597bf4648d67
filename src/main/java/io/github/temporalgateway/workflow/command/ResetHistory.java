package io.github.temporalgateway.workflow.command;

import io.github.temporalgateway.connection.Histories;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.ResetPointInfo;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What histories tell about resets: where one can begin, and which one made a run. */
@Component
class ResetHistory {

  /** How far back the event of a reset is looked for: so many events may have come after it. */
  private static final int LOOKED_AT = 5000;

  private final Histories histories;

  ResetHistory(Histories histories) {
    this.histories = histories;
  }

  /** The event that ended the Workflow Task up to which the history is to be kept. */
  long eventId(ExecutionRef run, ResetRequest body, WorkflowExecutionInfo info) {
    return switch (body.type()) {
      case null -> body.workflowTaskFinishEventId() == null ? 0 : body.workflowTaskFinishEventId();
      case FIRST_WORKFLOW_TASK -> firstCompleted(histories.events(run));
      case LAST_WORKFLOW_TASK -> firstCompleted(histories.eventsFromTheEnd(run));
      case BUILD_ID ->
          info.getAutoResetPoints().getPointsList().stream()
              .filter(point -> point.getBuildId().equals(body.buildId()))
              .filter(point -> point.getRunId().equals(run.runId()))
              .mapToLong(ResetPointInfo::getFirstWorkflowTaskCompletedId)
              .findFirst()
              .orElseThrow(() -> none("No Worker of this build has touched the run."));
    };
  }

  /**
   * The run that a reset with this key made, if the latest run descends from it.
   *
   * @throws RefusedException 422 {@code idempotency-conflict} when the key asked for something else
   */
  Optional<ExecutionRef> madeBefore(ExecutionRef latest, String firstRunId, ResetMark mark) {
    if (firstRunId.equals(latest.runId())) {
      return Optional.empty();
    }
    return histories
        .eventsFromTheEnd(latest)
        .limit(LOOKED_AT)
        .map(HistoryEvent::getWorkflowTaskFailedEventAttributes)
        .filter(event ->
            event.getCause() == WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW)
        .filter(event -> mark.hasKeyOf(event.getFailure().getMessage()))
        .findFirst()
        .map(event -> {
          if (!mark.isEndOf(event.getFailure().getMessage())) {
            throw new RefusedException(
                ProblemCode.IDEMPOTENCY_CONFLICT,
                "The Idempotency-Key has reset this execution with another request.");
          }
          return latest.atRun(event.getNewRunId());
        });
  }

  private static long firstCompleted(Stream<HistoryEvent> events) {
    return events
        .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
        .mapToLong(HistoryEvent::getEventId)
        .findFirst()
        .orElseThrow(() -> none("No Workflow Task has completed, so there is nothing to reset."));
  }

  private static RefusedException none(String detail) {
    return new RefusedException(ProblemCode.CONFLICT, detail);
  }
}
