package io.github.temporalgateway.schedule;

import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.workflow.IdempotencyMemo;
import io.github.temporalgateway.workflow.OptionsMapper;
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
    List<JsonValue> args =
        info.getInput().getPayloadsList().stream().map(PayloadMapper::toSendable).toList();
    return new ScheduleAction(
        info.getWorkflowType().getName(),
        info.getWorkflowId(),
        info.getTaskQueue().getName(),
        null,
        args.isEmpty() ? null : args,
        ProtoTimes.toDurationIfSet(info.getWorkflowExecutionTimeout()),
        ProtoTimes.toDurationIfSet(info.getWorkflowRunTimeout()),
        ProtoTimes.toDurationIfSet(info.getWorkflowTaskTimeout()),
        info.hasRetryPolicy() ? OptionsMapper.toRetryPolicy(info.getRetryPolicy()) : null,
        values(info.getMemo().getFieldsMap()),
        orNull(SearchAttributeMapper.toJson(info.getSearchAttributes())),
        text(info.getUserMetadata().hasSummary(), info.getUserMetadata().getSummary()),
        text(info.getUserMetadata().hasDetails(), info.getUserMetadata().getDetails()),
        info.hasPriority() ? OptionsMapper.toPriority(info.getPriority()) : null,
        info.hasVersioningOverride()
            ? OptionsMapper.toOverride(info.getVersioningOverride())
            : null,
        values(info.getHeader().getFieldsMap()));
  }

  /**
   * Payloads by name as values that a caller can send back, without the one that the gateway keeps
   * among them for itself; null for none.
   */
  static @Nullable Map<String, JsonValue> values(Map<String, Payload> payloads) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    payloads.forEach((name, payload) -> {
      if (!name.equals(IdempotencyMemo.NAME)) {
        values.put(name, PayloadMapper.toSendable(payload));
      }
    });
    return orNull(values);
  }

  /** Values by name, or null for none. */
  static @Nullable Map<String, JsonValue> orNull(Map<String, JsonValue> values) {
    return values.isEmpty() ? null : values;
  }

  private static @Nullable String text(boolean present, Payload payload) {
    return present ? PayloadMapper.toText(payload) : null;
  }
}
