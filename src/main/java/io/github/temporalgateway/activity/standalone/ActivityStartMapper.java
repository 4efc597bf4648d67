package io.github.temporalgateway.activity.standalone;

import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.workflow.IdReusePolicy;
import io.github.temporalgateway.workflow.OptionsMapper;
import io.temporal.api.common.v1.ActivityType;
import io.temporal.api.enums.v1.ActivityIdConflictPolicy;
import io.temporal.api.enums.v1.ActivityIdReusePolicy;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.sdk.v1.UserMetadata;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.StartActivityExecutionRequest;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where starts of stand-alone Activities meet Temporal's protobuf. */
final class ActivityStartMapper {

  private ActivityStartMapper() {}

  /**
   * All that the caller says; who calls and under which request id is to be added.
   *
   * @param types registered types of the Search Attributes
   */
  static StartActivityExecutionRequest.Builder toProto(
      ActivityRef ref, StartActivityRequest body, Map<String, IndexedValueType> types) {
    StartActivityExecutionRequest.Builder start =
        StartActivityExecutionRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setActivityId(ref.activityId())
            .setActivityType(
                ActivityType.newBuilder()
                    .setName(Identifiers.check("/activityType", body.activityType())))
            .setTaskQueue(
                TaskQueue.newBuilder().setName(Identifiers.check("/taskQueue", body.taskQueue())))
            .setInput(PayloadMapper.toPayloads(body.input(), body.args()))
            .setIdReusePolicy(toProto(body.idReusePolicy()))
            .setIdConflictPolicy(toProto(body.idConflictPolicy()))
            .setHeader(PayloadMapper.toHeader(body.headers(), CallerHeaders.NONE));
    set(body.scheduleToCloseTimeout(), start::setScheduleToCloseTimeout);
    set(body.scheduleToStartTimeout(), start::setScheduleToStartTimeout);
    set(body.startToCloseTimeout(), start::setStartToCloseTimeout);
    set(body.heartbeatTimeout(), start::setHeartbeatTimeout);
    set(body.startDelay(), start::setStartDelay);
    if (body.retryPolicy() != null) {
      start.setRetryPolicy(OptionsMapper.toProto(body.retryPolicy()));
    }
    if (body.searchAttributes() != null) {
      start.setSearchAttributes(SearchAttributeMapper.toProto(body.searchAttributes(), types));
    }
    if (body.priority() != null) {
      start.setPriority(OptionsMapper.toProto(body.priority()));
    }
    if (body.summary() != null || body.details() != null) {
      start.setUserMetadata(toMetadata(body.summary(), body.details()));
    }
    return start;
  }

  /** The same start, which meets nothing but an Activity that the same request started. */
  static StartActivityExecutionRequest careful(StartActivityExecutionRequest start) {
    return start.toBuilder()
        .setIdReusePolicy(ActivityIdReusePolicy.ACTIVITY_ID_REUSE_POLICY_REJECT_DUPLICATE)
        .setIdConflictPolicy(ActivityIdConflictPolicy.ACTIVITY_ID_CONFLICT_POLICY_FAIL)
        .build();
  }

  private static void set(@Nullable Duration time, Consumer<com.google.protobuf.Duration> setter) {
    if (time != null) {
      setter.accept(ProtoTimes.toProto(time));
    }
  }

  private static UserMetadata toMetadata(@Nullable String summary, @Nullable String details) {
    UserMetadata.Builder metadata = UserMetadata.newBuilder();
    if (summary != null) {
      metadata.setSummary(PayloadMapper.ofText(summary));
    }
    if (details != null) {
      metadata.setDetails(PayloadMapper.ofText(details));
    }
    return metadata.build();
  }

  private static ActivityIdReusePolicy toProto(@Nullable IdReusePolicy policy) {
    return switch (policy) {
      case null -> ActivityIdReusePolicy.ACTIVITY_ID_REUSE_POLICY_UNSPECIFIED;
      case ALLOW_DUPLICATE -> ActivityIdReusePolicy.ACTIVITY_ID_REUSE_POLICY_ALLOW_DUPLICATE;
      case ALLOW_DUPLICATE_FAILED_ONLY ->
          ActivityIdReusePolicy.ACTIVITY_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY;
      case REJECT_DUPLICATE -> ActivityIdReusePolicy.ACTIVITY_ID_REUSE_POLICY_REJECT_DUPLICATE;
    };
  }

  private static ActivityIdConflictPolicy toProto(@Nullable ActivityConflictPolicy policy) {
    return switch (policy) {
      case null -> ActivityIdConflictPolicy.ACTIVITY_ID_CONFLICT_POLICY_UNSPECIFIED;
      case FAIL -> ActivityIdConflictPolicy.ACTIVITY_ID_CONFLICT_POLICY_FAIL;
      case USE_EXISTING -> ActivityIdConflictPolicy.ACTIVITY_ID_CONFLICT_POLICY_USE_EXISTING;
    };
  }
}
