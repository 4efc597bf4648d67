package io.github.temporalgateway.activity.standalone;

import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.web.Links;
import io.temporal.api.activity.v1.ActivityExecutionListInfo;
import io.temporal.api.common.v1.SearchAttributes;
import io.temporal.api.enums.v1.ActivityExecutionStatus;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.workflowservice.v1.CountActivityExecutionsResponse;
import io.temporal.api.workflowservice.v1.DeleteActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.ListActivityExecutionsResponse;
import io.temporal.api.workflowservice.v1.PollActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.RequestCancelActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.TerminateActivityExecutionRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where stand-alone Activities meet Temporal's protobuf. */
final class StandaloneMapper {

  /** Request id of all cancellations: Temporal refuses another one, but takes the same again. */
  private static final String CANCEL = "gateway-cancel";

  private StandaloneMapper() {}

  static DescribeActivityExecutionRequest toDescribe(ActivityRef ref, boolean outcome) {
    return DescribeActivityExecutionRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setActivityId(ref.activityId())
        .setRunId(ref.runIdOrEmpty())
        .setIncludeOutcome(outcome)
        .setIncludeHeartbeatDetails(!outcome)
        .setIncludeLastFailure(!outcome)
        .build();
  }

  static PollActivityExecutionRequest toPoll(ActivityRef ref) {
    return PollActivityExecutionRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setActivityId(ref.activityId())
        .setRunId(ref.runIdOrEmpty())
        .build();
  }

  static RequestCancelActivityExecutionRequest toCancel(
      ActivityRef ref, String reason, String identity) {
    return RequestCancelActivityExecutionRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setActivityId(ref.activityId())
        .setRunId(ref.runIdOrEmpty())
        .setReason(reason)
        .setIdentity(identity)
        .setRequestId(CANCEL)
        .build();
  }

  static TerminateActivityExecutionRequest toTerminate(
      ActivityRef ref, String reason, String identity) {
    return TerminateActivityExecutionRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setActivityId(ref.activityId())
        .setRunId(ref.runIdOrEmpty())
        .setReason(reason)
        .setIdentity(identity)
        .setRequestId(UUID.randomUUID().toString())
        .build();
  }

  static DeleteActivityExecutionRequest toDelete(ActivityRef ref) {
    return DeleteActivityExecutionRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setActivityId(ref.activityId())
        .setRunId(ref.runIdOrEmpty())
        .build();
  }

  static String statusOf(ActivityExecutionStatus status) {
    return Objects.requireNonNullElse(
        EnumNames.shortName(status, "ACTIVITY_EXECUTION_STATUS_"), "RUNNING");
  }

  /** What a failure that closed an Activity says about how it closed. */
  static ProblemCode codeOf(Failure failure) {
    return switch (failure.getFailureInfoCase()) {
      case CANCELED_FAILURE_INFO -> ProblemCode.ACTIVITY_CANCELED;
      case TERMINATED_FAILURE_INFO -> ProblemCode.ACTIVITY_TERMINATED;
      case TIMEOUT_FAILURE_INFO -> ProblemCode.ACTIVITY_TIMED_OUT;
      default -> ProblemCode.ACTIVITY_FAILED;
    };
  }

  static ActivityPage toPage(
      NamespaceName namespace, ListActivityExecutionsResponse response, Links links) {
    return new ActivityPage(
        response.getExecutionsList().stream()
            .map(info -> toSummary(namespace, info, links))
            .toList(),
        response.getNextPageToken().isEmpty()
            ? null
            : PageRequest.tokenOf(response.getNextPageToken().toByteArray()));
  }

  private static ActivitySummary toSummary(
      NamespaceName namespace, ActivityExecutionListInfo info, Links links) {
    ActivityRef ref = new ActivityRef(namespace, null, info.getActivityId(), info.getRunId());
    return new ActivitySummary(
        namespace.value(),
        info.getActivityId(),
        info.getRunId(),
        info.getActivityType().getName(),
        info.getTaskQueue(),
        statusOf(info.getStatus()),
        time(info.hasScheduleTime(), info.getScheduleTime()),
        time(info.hasExecutionTime(), info.getExecutionTime()),
        time(info.hasCloseTime(), info.getCloseTime()),
        ProtoTimes.toDurationIfSet(info.getExecutionDuration()),
        attributes(info.getSearchAttributes()),
        ActivityLinks.of(ref, links));
  }

  static ActivityCount toCount(CountActivityExecutionsResponse response) {
    return new ActivityCount(
        response.getCount(),
        response.getGroupsCount() == 0
            ? null
            : response.getGroupsList().stream()
                .map(group ->
                    new ActivityCountGroup(
                        group.getGroupValuesList().stream().map(PayloadMapper::toJson).toList(),
                        group.getCount()))
                .toList());
  }

  /** The values that callers have set, and not how Temporal tells its archetypes apart. */
  static Map<String, JsonValue> attributes(SearchAttributes attributes) {
    Map<String, JsonValue> values = SearchAttributeMapper.toJson(attributes);
    values.remove("TemporalNamespaceDivision");
    return values;
  }

  /** A time that may be missing. */
  static @Nullable Instant time(boolean present, com.google.protobuf.Timestamp time) {
    return present && time.getSeconds() > 0 ? ProtoTimes.toInstant(time) : null;
  }
}
