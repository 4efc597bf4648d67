package io.github.temporalgateway.workflow;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.payload.FailureMapper;
import io.github.temporalgateway.payload.OperationResult;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.web.WorkflowLinks;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where endings meet the closing events of Temporal's histories. */
@Component
class EndingMapper {

  private final FailureMapper failures;

  EndingMapper(FailureMapper failures) {
    this.failures = failures;
  }

  /** What a closing event says, a run that went on in another one included. */
  Ending toEnding(ExecutionRef run, HistoryEvent event) {
    Instant time = ProtoTimes.toInstant(event.getEventTime());
    return switch (event.getAttributesCase()) {
      case WORKFLOW_EXECUTION_COMPLETED_EVENT_ATTRIBUTES ->
          new Ending.Completed(
              run,
              time,
              new OperationResult(
                  event.getWorkflowExecutionCompletedEventAttributes().getResult()));
      case WORKFLOW_EXECUTION_CONTINUED_AS_NEW_EVENT_ATTRIBUTES ->
          new Ending.Continued(
              run,
              time,
              "CONTINUED_AS_NEW",
              run.atRun(
                  event
                      .getWorkflowExecutionContinuedAsNewEventAttributes()
                      .getNewExecutionRunId()));
      case WORKFLOW_EXECUTION_FAILED_EVENT_ATTRIBUTES -> {
        var failed = event.getWorkflowExecutionFailedEventAttributes();
        yield isRetried(failed.getRetryState(), failed.getNewExecutionRunId())
            ? new Ending.Continued(run, time, "FAILED", run.atRun(failed.getNewExecutionRunId()))
            : new Ending.Unsuccessful(run, time, "FAILED", failures.toFailure(failed.getFailure()));
      }
      case WORKFLOW_EXECUTION_TIMED_OUT_EVENT_ATTRIBUTES -> {
        var timedOut = event.getWorkflowExecutionTimedOutEventAttributes();
        yield isRetried(timedOut.getRetryState(), timedOut.getNewExecutionRunId())
            ? new Ending.Continued(
                run, time, "TIMED_OUT", run.atRun(timedOut.getNewExecutionRunId()))
            : new Ending.Unsuccessful(run, time, "TIMED_OUT", null);
      }
      case WORKFLOW_EXECUTION_CANCELED_EVENT_ATTRIBUTES ->
          new Ending.Unsuccessful(
              run,
              time,
              "CANCELED",
              simple(
                  "Canceled",
                  "The Workflow was canceled.",
                  event.getWorkflowExecutionCanceledEventAttributes().getDetails()));
      case WORKFLOW_EXECUTION_TERMINATED_EVENT_ATTRIBUTES -> {
        var terminated = event.getWorkflowExecutionTerminatedEventAttributes();
        yield new Ending.Unsuccessful(
            run,
            time,
            "TERMINATED",
            simple("Terminated", terminated.getReason(), terminated.getDetails()));
      }
      default -> throw new IllegalStateException("No closing event: " + event.getEventType());
    };
  }

  WorkflowOutcome toOutcome(Ending ending, Links links) {
    return switch (ending) {
      case Ending.Open(var run, var status) -> outcome(run, status, null, null, null, null, links);
      case Ending.Completed(var run, var time, var result) ->
          outcome(run, ending.status(), time, result, null, null, links);
      case Ending.Unsuccessful(var run, var time, var status, var failure) ->
          outcome(run, status, time, null, failure, null, links);
      case Ending.Continued(var run, var time, var status, var next) ->
          outcome(run, status, time, null, null, next.runId(), links);
    };
  }

  private static WorkflowOutcome outcome(
      ExecutionRef run,
      String status,
      @Nullable Instant closeTime,
      @Nullable OperationResult result,
      @Nullable Failure failure,
      @Nullable String newRunId,
      Links links) {
    return new WorkflowOutcome(
        run.namespace().value(),
        run.workflowId(),
        run.runIdOrEmpty(),
        status,
        closeTime,
        result == null ? null : result.json(),
        failure,
        newRunId,
        WorkflowLinks.of(run, links));
  }

  private static boolean isRetried(RetryState state, String newRunId) {
    return state == RetryState.RETRY_STATE_IN_PROGRESS && !newRunId.isEmpty();
  }

  private static Failure simple(String type, String message, Payloads details) {
    return new Failure(
        message,
        type,
        null,
        PayloadMapper.toJson(details),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
