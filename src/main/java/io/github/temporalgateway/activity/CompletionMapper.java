package io.github.temporalgateway.activity;

import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.payload.PayloadMapper;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatByIdRequest;
import io.temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatByIdResponse;
import io.temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import io.temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatResponse;
import io.temporal.api.workflowservice.v1.RespondActivityTaskCanceledByIdRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskCanceledRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskCompletedByIdRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskFailedByIdRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskFailedRequest;
import org.jspecify.annotations.Nullable;

/** Where reports about Activities meet Temporal's protobuf. */
final class CompletionMapper {

  private CompletionMapper() {}

  /** A value that may be left out. */
  static Payloads toPayloads(@Nullable JsonValue value, String pointer) {
    return value == null
        ? Payloads.getDefaultInstance()
        : Payloads.newBuilder().addPayloads(PayloadMapper.toPayload(value, pointer)).build();
  }

  static RespondActivityTaskCompletedRequest toCompleted(
      NamespaceName namespace, CompleteTaskRequest body, String identity) {
    RespondActivityTaskCompletedRequest.Builder request =
        RespondActivityTaskCompletedRequest.newBuilder()
            .setNamespace(namespace.value())
            .setTaskToken(TaskTokens.parse(body.taskToken()))
            .setIdentity(identity);
    if (body.result() != null) {
      request.setResult(toPayloads(body.result(), "/result"));
    }
    return request.build();
  }

  static RespondActivityTaskCompletedByIdRequest toCompleted(
      ActivityRef ref, CompleteActivityRequest body, String identity) {
    RespondActivityTaskCompletedByIdRequest.Builder request =
        RespondActivityTaskCompletedByIdRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setWorkflowId(ref.workflowIdOrEmpty())
            .setRunId(ref.runIdOrEmpty())
            .setActivityId(ref.activityId())
            .setIdentity(identity);
    if (body.result() != null) {
      request.setResult(toPayloads(body.result(), "/result"));
    }
    return request.build();
  }

  static RespondActivityTaskFailedRequest toFailed(
      NamespaceName namespace, FailTaskRequest body, String identity) {
    RespondActivityTaskFailedRequest.Builder request =
        RespondActivityTaskFailedRequest.newBuilder()
            .setNamespace(namespace.value())
            .setTaskToken(TaskTokens.parse(body.taskToken()))
            .setFailure(FailureReports.toProto(body.failure()))
            .setIdentity(identity);
    if (body.lastHeartbeatDetails() != null) {
      request.setLastHeartbeatDetails(
          toPayloads(body.lastHeartbeatDetails(), "/lastHeartbeatDetails"));
    }
    return request.build();
  }

  static RespondActivityTaskFailedByIdRequest toFailed(
      ActivityRef ref, FailActivityRequest body, String identity) {
    RespondActivityTaskFailedByIdRequest.Builder request =
        RespondActivityTaskFailedByIdRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setWorkflowId(ref.workflowIdOrEmpty())
            .setRunId(ref.runIdOrEmpty())
            .setActivityId(ref.activityId())
            .setFailure(FailureReports.toProto(body.failure()))
            .setIdentity(identity);
    if (body.lastHeartbeatDetails() != null) {
      request.setLastHeartbeatDetails(
          toPayloads(body.lastHeartbeatDetails(), "/lastHeartbeatDetails"));
    }
    return request.build();
  }

  static RespondActivityTaskCanceledRequest toCanceled(
      NamespaceName namespace, TaskDetailsRequest body, String identity) {
    return RespondActivityTaskCanceledRequest.newBuilder()
        .setNamespace(namespace.value())
        .setTaskToken(TaskTokens.parse(body.taskToken()))
        .setDetails(toPayloads(body.details(), "/details"))
        .setIdentity(identity)
        .build();
  }

  static RespondActivityTaskCanceledByIdRequest toCanceled(
      ActivityRef ref, ActivityDetailsRequest body, String identity) {
    return RespondActivityTaskCanceledByIdRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setWorkflowId(ref.workflowIdOrEmpty())
        .setRunId(ref.runIdOrEmpty())
        .setActivityId(ref.activityId())
        .setDetails(toPayloads(body.details(), "/details"))
        .setIdentity(identity)
        .build();
  }

  static RecordActivityTaskHeartbeatRequest toHeartbeat(
      NamespaceName namespace, TaskDetailsRequest body, String identity) {
    return RecordActivityTaskHeartbeatRequest.newBuilder()
        .setNamespace(namespace.value())
        .setTaskToken(TaskTokens.parse(body.taskToken()))
        .setDetails(toPayloads(body.details(), "/details"))
        .setIdentity(identity)
        .build();
  }

  static RecordActivityTaskHeartbeatByIdRequest toHeartbeat(
      ActivityRef ref, ActivityDetailsRequest body, String identity) {
    return RecordActivityTaskHeartbeatByIdRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setWorkflowId(ref.workflowIdOrEmpty())
        .setRunId(ref.runIdOrEmpty())
        .setActivityId(ref.activityId())
        .setDetails(toPayloads(body.details(), "/details"))
        .setIdentity(identity)
        .build();
  }

  static ActivityHeartbeat toHeartbeat(RecordActivityTaskHeartbeatResponse response) {
    return new ActivityHeartbeat(
        response.getCancelRequested(), response.getActivityPaused(), response.getActivityReset());
  }

  static ActivityHeartbeat toHeartbeat(RecordActivityTaskHeartbeatByIdResponse response) {
    return new ActivityHeartbeat(
        response.getCancelRequested(), response.getActivityPaused(), response.getActivityReset());
  }
}
