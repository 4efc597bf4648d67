package io.github.temporalgateway.activity.standalone;

import static io.github.temporalgateway.activity.standalone.StandaloneMapper.time;

import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.payload.FailureMapper;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.workflow.OptionsMapper;
import io.temporal.api.activity.v1.ActivityExecutionInfo;
import io.temporal.api.sdk.v1.UserMetadata;
import org.springframework.stereotype.Component;

/** Where descriptions of stand-alone Activities meet Temporal's protobuf. */
@Component
class ActivityDescriptionMapper {

  private final FailureMapper failures;

  ActivityDescriptionMapper(FailureMapper failures) {
    this.failures = failures;
  }

  ActivityDescription toDescription(ActivityRef ref, ActivityExecutionInfo info, Links links) {
    UserMetadata metadata = info.getUserMetadata();
    return new ActivityDescription(
        ref.namespace().value(),
        info.getActivityId(),
        info.getRunId(),
        info.getActivityType().getName(),
        info.getTaskQueue(),
        StandaloneMapper.statusOf(info.getStatus()),
        EnumNames.shortName(info.getRunState(), "PENDING_ACTIVITY_STATE_"),
        info.getAttempt(),
        time(info.hasScheduleTime(), info.getScheduleTime()),
        time(info.hasExecutionTime(), info.getExecutionTime()),
        time(info.hasLastStartedTime(), info.getLastStartedTime()),
        time(info.hasLastHeartbeatTime(), info.getLastHeartbeatTime()),
        PayloadMapper.toJson(info.getHeartbeatDetails()),
        time(info.hasNextAttemptScheduleTime(), info.getNextAttemptScheduleTime()),
        time(info.hasExpirationTime(), info.getExpirationTime()),
        time(info.hasCloseTime(), info.getCloseTime()),
        ProtoTimes.toDurationIfSet(info.getExecutionDuration()),
        ProtoTimes.toDurationIfSet(info.getScheduleToCloseTimeout()),
        ProtoTimes.toDurationIfSet(info.getScheduleToStartTimeout()),
        ProtoTimes.toDurationIfSet(info.getStartToCloseTimeout()),
        ProtoTimes.toDurationIfSet(info.getHeartbeatTimeout()),
        info.hasRetryPolicy() ? OptionsMapper.toRetryPolicy(info.getRetryPolicy()) : null,
        info.hasPriority() ? OptionsMapper.toPriority(info.getPriority()) : null,
        StandaloneMapper.attributes(info.getSearchAttributes()),
        metadata.hasSummary() ? PayloadMapper.toJson(metadata.getSummary()) : null,
        metadata.hasDetails() ? PayloadMapper.toJson(metadata.getDetails()) : null,
        info.getCanceledReason(),
        info.hasLastFailure() ? failures.toFailure(info.getLastFailure()) : null,
        info.getLastWorkerIdentity(),
        ActivityLinks.of(ref.atRun(info.getRunId()), links));
  }
}
