package io.github.temporalgateway.history;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.payload.ProtoJson;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.workflow.IdempotencyMemo;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where histories meet Temporal's protobuf. */
@Component
class HistoryMapper {

  private static final String ATTRIBUTES = "_event_attributes";

  private final ProtoJson protoJson;

  HistoryMapper(ProtoJson protoJson) {
    this.protoJson = protoJson;
  }

  static GetWorkflowExecutionHistoryRequest toProto(
      ExecutionRef ref, int pageSize, ByteString token) {
    return GetWorkflowExecutionHistoryRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setExecution(Executions.toProto(ref))
        .setMaximumPageSize(pageSize)
        .setNextPageToken(token)
        .build();
  }

  static GetWorkflowExecutionHistoryReverseRequest toReverseProto(
      ExecutionRef ref, int pageSize, ByteString token) {
    return GetWorkflowExecutionHistoryReverseRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setExecution(Executions.toProto(ref))
        .setMaximumPageSize(pageSize)
        .setNextPageToken(token)
        .build();
  }

  /**
   * One event.
   *
   * @param id where a stream can be resumed; null in pages
   */
  HistoryItem toItem(HistoryEvent event, @Nullable String id) {
    return new HistoryItem(
        id,
        event.getEventId(),
        ProtoTimes.toInstant(event.getEventTime()),
        EventFilter.nameOf(event.getEventType()),
        attributes(withoutOwnMemo(event)));
  }

  private JsonValue attributes(HistoryEvent event) {
    return event.getAllFields().entrySet().stream()
        .filter(field -> field.getKey().getName().endsWith(ATTRIBUTES))
        .map(Map.Entry<FieldDescriptor, Object>::getValue)
        .map(Message.class::cast)
        .findFirst()
        .map(protoJson::toJson)
        .orElseGet(() -> JsonValue.of("{}"));
  }

  private static HistoryEvent withoutOwnMemo(HistoryEvent event) {
    if (!event
        .getWorkflowExecutionStartedEventAttributes()
        .getMemo()
        .containsFields(IdempotencyMemo.NAME)) {
      return event;
    }
    HistoryEvent.Builder shown = event.toBuilder();
    shown
        .getWorkflowExecutionStartedEventAttributesBuilder()
        .getMemoBuilder()
        .removeFields(IdempotencyMemo.NAME);
    return shown.build();
  }
}
