package io.github.temporalgateway.activity.command;

import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.payload.ProtoTimes;
import io.temporal.api.workflowservice.v1.PauseActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.ResetActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.UnpauseActivityExecutionRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where commands to Activities meet Temporal's protobuf. */
final class ActivityCommandMapper {

  private ActivityCommandMapper() {}

  static PauseActivityExecutionRequest toPause(
      ActivityRef ref, @Nullable PauseActivityRequest body, String identity) {
    PauseActivityExecutionRequest.Builder request =
        PauseActivityExecutionRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setWorkflowId(ref.workflowIdOrEmpty())
            .setRunId(ref.runIdOrEmpty())
            .setActivityId(ref.activityId())
            .setIdentity(identity)
            .setRequestId(UUID.randomUUID().toString());
    if (body != null && body.reason() != null) {
      request.setReason(body.reason());
    }
    return request.build();
  }

  static UnpauseActivityExecutionRequest toUnpause(
      ActivityRef ref, @Nullable UnpauseActivityRequest body, String identity) {
    UnpauseActivityExecutionRequest.Builder request =
        UnpauseActivityExecutionRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setWorkflowId(ref.workflowIdOrEmpty())
            .setRunId(ref.runIdOrEmpty())
            .setActivityId(ref.activityId())
            .setIdentity(identity);
    if (body == null) {
      return request.build();
    }
    if (body.reason() != null) {
      request.setReason(body.reason());
    }
    if (body.jitter() != null) {
      request.setJitter(ProtoTimes.toProto(body.jitter()));
    }
    return request.build();
  }

  static ResetActivityExecutionRequest toReset(
      ActivityRef ref, @Nullable ResetActivityRequest body, String identity) {
    ResetActivityExecutionRequest.Builder request =
        ResetActivityExecutionRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setWorkflowId(ref.workflowIdOrEmpty())
            .setRunId(ref.runIdOrEmpty())
            .setActivityId(ref.activityId())
            .setIdentity(identity);
    if (body == null) {
      return request.build();
    }
    if (body.jitter() != null) {
      request.setJitter(ProtoTimes.toProto(body.jitter()));
    }
    return request
        .setKeepPaused(Boolean.TRUE.equals(body.keepPaused()))
        .setRestoreOriginalOptions(Boolean.TRUE.equals(body.restoreOriginalOptions()))
        .build();
  }
}
