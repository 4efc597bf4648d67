package io.github.temporalgateway.nexus.operation;

import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.enums.v1.NexusOperationIdConflictPolicy;
import io.temporal.api.enums.v1.NexusOperationIdReusePolicy;
import io.temporal.api.sdk.v1.UserMetadata;
import io.temporal.api.workflowservice.v1.StartNexusOperationExecutionRequest;
import java.util.Map;

/** Where the start of a Nexus Operation becomes protobuf. */
final class NexusStartMapper {

  private NexusStartMapper() {}

  /**
   * All that the caller says; who calls and under which request id is to be added.
   *
   * @param types registered types of the Search Attributes
   */
  static StartNexusOperationExecutionRequest.Builder toStart(
      NexusOperationRef ref, StartNexusOperationBody body, Map<String, IndexedValueType> types) {
    StartNexusOperationExecutionRequest.Builder request =
        StartNexusOperationExecutionRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setOperationId(ref.operationId())
            .setEndpoint(body.endpoint())
            .setService(body.service())
            .setOperation(body.operation());
    if (body.input() != null) {
      request.setInput(PayloadMapper.toPayload(body.input(), "/input"));
    }
    if (body.scheduleToCloseTimeout() != null) {
      request.setScheduleToCloseTimeout(ProtoTimes.toProto(body.scheduleToCloseTimeout()));
    }
    if (body.scheduleToStartTimeout() != null) {
      request.setScheduleToStartTimeout(ProtoTimes.toProto(body.scheduleToStartTimeout()));
    }
    if (body.startToCloseTimeout() != null) {
      request.setStartToCloseTimeout(ProtoTimes.toProto(body.startToCloseTimeout()));
    }
    if (body.idReusePolicy() != null) {
      request.setIdReusePolicy(toProto(body.idReusePolicy()));
    }
    if (body.idConflictPolicy() != null) {
      request.setIdConflictPolicy(toProto(body.idConflictPolicy()));
    }
    if (body.searchAttributes() != null) {
      request.setSearchAttributes(SearchAttributeMapper.toProto(body.searchAttributes(), types));
    }
    if (body.headers() != null) {
      request.putAllNexusHeader(body.headers());
    }
    UserMetadata.Builder texts = UserMetadata.newBuilder();
    if (body.summary() != null) {
      texts.setSummary(PayloadMapper.ofText(body.summary()));
    }
    if (body.details() != null) {
      texts.setDetails(PayloadMapper.ofText(body.details()));
    }
    return texts.hasSummary() || texts.hasDetails() ? request.setUserMetadata(texts) : request;
  }

  /** The same start, which meets nothing but an operation that the same request started. */
  static StartNexusOperationExecutionRequest careful(StartNexusOperationExecutionRequest start) {
    return start.toBuilder()
        .setIdReusePolicy(
            NexusOperationIdReusePolicy.NEXUS_OPERATION_ID_REUSE_POLICY_REJECT_DUPLICATE)
        .setIdConflictPolicy(NexusOperationIdConflictPolicy.NEXUS_OPERATION_ID_CONFLICT_POLICY_FAIL)
        .build();
  }

  private static NexusOperationIdReusePolicy toProto(NexusIdReusePolicy policy) {
    return switch (policy) {
      case ALLOW_DUPLICATE ->
          NexusOperationIdReusePolicy.NEXUS_OPERATION_ID_REUSE_POLICY_ALLOW_DUPLICATE;
      case ALLOW_DUPLICATE_FAILED_ONLY ->
          NexusOperationIdReusePolicy.NEXUS_OPERATION_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY;
      case REJECT_DUPLICATE ->
          NexusOperationIdReusePolicy.NEXUS_OPERATION_ID_REUSE_POLICY_REJECT_DUPLICATE;
    };
  }

  private static NexusOperationIdConflictPolicy toProto(NexusIdConflictPolicy policy) {
    return switch (policy) {
      case FAIL -> NexusOperationIdConflictPolicy.NEXUS_OPERATION_ID_CONFLICT_POLICY_FAIL;
      case USE_EXISTING ->
          NexusOperationIdConflictPolicy.NEXUS_OPERATION_ID_CONFLICT_POLICY_USE_EXISTING;
    };
  }
}
