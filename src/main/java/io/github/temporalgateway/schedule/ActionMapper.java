package io.github.temporalgateway.schedule;

import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.workflow.ExecutionMapper;
import io.github.temporalgateway.workflow.OptionsMapper;
import io.github.temporalgateway.workflow.RetryPolicy;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.workflow.v1.NewWorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the starts of a Schedule meet Temporal's protobuf. */
final class ActionMapper {

  private ActionMapper() {}

  /** A start as the action of a Schedule; the fields of both have the same names. */
  static NewWorkflowExecutionInfo toProto(StartWorkflowExecutionRequest start) {
    NewWorkflowExecutionInfo.Builder action =
        NewWorkflowExecutionInfo.newBuilder()
            .setWorkflowId(start.getWorkflowId())
            .setWorkflowType(start.getWorkflowType())
            .setTaskQueue(start.getTaskQueue())
            .setInput(start.getInput());
    if (start.hasWorkflowExecutionTimeout()) {
      action.setWorkflowExecutionTimeout(start.getWorkflowExecutionTimeout());
    }
    if (start.hasWorkflowRunTimeout()) {
      action.setWorkflowRunTimeout(start.getWorkflowRunTimeout());
    }
    if (start.hasWorkflowTaskTimeout()) {
      action.setWorkflowTaskTimeout(start.getWorkflowTaskTimeout());
    }
    if (start.hasRetryPolicy()) {
      action.setRetryPolicy(start.getRetryPolicy());
    }
    if (start.hasMemo()) {
      action.setMemo(start.getMemo());
    }
    if (start.hasSearchAttributes()) {
      action.setSearchAttributes(start.getSearchAttributes());
    }
    if (start.getHeader().getFieldsCount() > 0) {
      action.setHeader(start.getHeader());
    }
    if (start.hasUserMetadata()) {
      action.setUserMetadata(start.getUserMetadata());
    }
    if (start.hasVersioningOverride()) {
      action.setVersioningOverride(start.getVersioningOverride());
    }
    if (start.hasPriority()) {
      action.setPriority(start.getPriority());
    }
    return action.build();
  }

  static ScheduleAction toAction(NewWorkflowExecutionInfo info) {
    List<JsonValue> args = PayloadMapper.toJson(info.getInput());
    return new ScheduleAction(
        info.getWorkflowType().getName(),
        info.getWorkflowId(),
        info.getTaskQueue().getName(),
        null,
        args.isEmpty() ? null : args,
        ProtoTimes.toDurationIfSet(info.getWorkflowExecutionTimeout()),
        ProtoTimes.toDurationIfSet(info.getWorkflowRunTimeout()),
        ProtoTimes.toDurationIfSet(info.getWorkflowTaskTimeout()),
        info.hasRetryPolicy() ? toPolicy(info.getRetryPolicy()) : null,
        orNull(ExecutionMapper.memo(info.getMemo())),
        orNull(SearchAttributeMapper.toJson(info.getSearchAttributes())),
        text(info.getUserMetadata().hasSummary(), info.getUserMetadata().getSummary()),
        text(info.getUserMetadata().hasDetails(), info.getUserMetadata().getDetails()),
        info.hasPriority() ? OptionsMapper.toPriority(info.getPriority()) : null,
        info.hasVersioningOverride()
            ? OptionsMapper.toOverride(info.getVersioningOverride())
            : null,
        orNull(fields(info.getHeader().getFieldsMap())));
  }

  /** Values by name, or null for none. */
  static @Nullable Map<String, JsonValue> orNull(Map<String, JsonValue> values) {
    return values.isEmpty() ? null : values;
  }

  private static RetryPolicy toPolicy(io.temporal.api.common.v1.RetryPolicy policy) {
    return new RetryPolicy(
        ProtoTimes.toDurationIfSet(policy.getInitialInterval()),
        policy.getBackoffCoefficient() == 0 ? null : policy.getBackoffCoefficient(),
        ProtoTimes.toDurationIfSet(policy.getMaximumInterval()),
        policy.getMaximumAttempts() == 0 ? null : policy.getMaximumAttempts(),
        policy.getNonRetryableErrorTypesCount() == 0
            ? null
            : List.copyOf(policy.getNonRetryableErrorTypesList()));
  }

  private static Map<String, JsonValue> fields(Map<String, Payload> fields) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    fields.forEach((name, payload) -> values.put(name, PayloadMapper.toJson(payload)));
    return values;
  }

  private static @Nullable String text(boolean present, Payload payload) {
    return present ? PayloadMapper.toText(payload) : null;
  }
}
