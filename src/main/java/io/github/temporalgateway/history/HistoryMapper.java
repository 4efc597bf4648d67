package io.github.temporalgateway.history;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.payload.ProtoJson;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.workflow.IdempotencyMemo;
import io.temporal.api.common.v1.Memo;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where events meet Temporal's protobuf. */
@Component
class HistoryMapper {

  private static final JsonValue NOTHING = JsonValue.of("{}");

  private final ProtoJson json;

  HistoryMapper(ProtoJson json) {
    this.json = json;
  }

  static GetWorkflowExecutionHistoryRequest toForward(ExecutionRef run, int size, ByteString page) {
    return GetWorkflowExecutionHistoryRequest.newBuilder()
        .setNamespace(run.namespace().value())
        .setExecution(Executions.toProto(run))
        .setMaximumPageSize(size)
        .setNextPageToken(page)
        .build();
  }

  static GetWorkflowExecutionHistoryReverseRequest toReverse(
      ExecutionRef run, int size, ByteString page) {
    return GetWorkflowExecutionHistoryReverseRequest.newBuilder()
        .setNamespace(run.namespace().value())
        .setExecution(Executions.toProto(run))
        .setMaximumPageSize(size)
        .setNextPageToken(page)
        .build();
  }

  /** Asks for the last batch of events of the same run. */
  static GetWorkflowExecutionHistoryReverseRequest toNewest(
      GetWorkflowExecutionHistoryRequest request) {
    return GetWorkflowExecutionHistoryReverseRequest.newBuilder()
        .setNamespace(request.getNamespace())
        .setExecution(request.getExecution())
        .setMaximumPageSize(1)
        .build();
  }

  /** An event of a page. */
  WorkflowEvent toEvent(HistoryEvent event) {
    return withId(event, null);
  }

  /** An event of a stream. */
  WorkflowEvent toEvent(HistoryEvent event, EventPosition position) {
    return withId(event, position.toString());
  }

  /** The run that an execution goes on as after this event: a continuation or a retry. */
  static Optional<String> nextRun(HistoryEvent closing) {
    return switch (closing.getAttributesCase()) {
      case WORKFLOW_EXECUTION_CONTINUED_AS_NEW_EVENT_ATTRIBUTES ->
          Optional.of(
              closing.getWorkflowExecutionContinuedAsNewEventAttributes().getNewExecutionRunId());
      case WORKFLOW_EXECUTION_FAILED_EVENT_ATTRIBUTES -> {
        var failed = closing.getWorkflowExecutionFailedEventAttributes();
        yield retry(failed.getRetryState(), failed.getNewExecutionRunId());
      }
      case WORKFLOW_EXECUTION_TIMED_OUT_EVENT_ATTRIBUTES -> {
        var timedOut = closing.getWorkflowExecutionTimedOutEventAttributes();
        yield retry(timedOut.getRetryState(), timedOut.getNewExecutionRunId());
      }
      default -> Optional.empty();
    };
  }

  private static Optional<String> retry(RetryState state, String runId) {
    return state == RetryState.RETRY_STATE_IN_PROGRESS && !runId.isEmpty()
        ? Optional.of(runId)
        : Optional.empty();
  }

  private WorkflowEvent withId(HistoryEvent event, @Nullable String id) {
    return new WorkflowEvent(
        id,
        event.getEventId(),
        ProtoTimes.toInstant(event.getEventTime()),
        EventTypes.nameOf(event.getEventType()),
        attributes(withoutIdempotency(event)),
        event.hasUserMetadata() ? json.toJson(event.getUserMetadata()) : null);
  }

  private JsonValue attributes(HistoryEvent event) {
    int number = event.getAttributesCase().getNumber();
    return number != 0
            && event.getField(HistoryEvent.getDescriptor().findFieldByNumber(number))
                instanceof Message attributes
        ? json.toJson(attributes)
        : NOTHING;
  }

  /** Takes out what the gateway keeps in the memo for itself. */
  private static HistoryEvent withoutIdempotency(HistoryEvent event) {
    HistoryEvent.Builder copy = event.toBuilder();
    if (event.getWorkflowExecutionStartedEventAttributes().hasMemo()) {
      var started = copy.getWorkflowExecutionStartedEventAttributesBuilder();
      if (isEmpty(started.getMemoBuilder().removeFields(IdempotencyMemo.NAME))) {
        started.clearMemo();
      }
    } else if (event.getWorkflowExecutionContinuedAsNewEventAttributes().hasMemo()) {
      var continued = copy.getWorkflowExecutionContinuedAsNewEventAttributesBuilder();
      if (isEmpty(continued.getMemoBuilder().removeFields(IdempotencyMemo.NAME))) {
        continued.clearMemo();
      }
    }
    return copy.build();
  }

  private static boolean isEmpty(Memo.Builder memo) {
    return memo.getFieldsCount() == 0;
  }
}
