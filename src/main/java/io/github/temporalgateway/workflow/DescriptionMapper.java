package io.github.temporalgateway.workflow;

import static io.github.temporalgateway.workflow.ExecutionMapper.name;
import static io.github.temporalgateway.workflow.ExecutionMapper.statusOf;
import static io.github.temporalgateway.workflow.ExecutionMapper.time;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.payload.FailureMapper;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.web.WorkflowLinks;
import io.temporal.api.workflow.v1.CallbackInfo;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflow.v1.PendingChildExecutionInfo;
import io.temporal.api.workflow.v1.PendingWorkflowTaskInfo;
import io.temporal.api.workflow.v1.WorkflowExecutionConfig;
import io.temporal.api.workflow.v1.WorkflowExecutionExtendedInfo;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflow.v1.WorkflowExecutionVersioningInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import org.springframework.stereotype.Component;

/** Where descriptions meet Temporal's protobuf. */
@Component
public class DescriptionMapper {

  private final FailureMapper failures;

  DescriptionMapper(FailureMapper failures) {
    this.failures = failures;
  }

  /** An execution as it is now. */
  public WorkflowDescription toDescription(
      ExecutionRef ref, DescribeWorkflowExecutionResponse response, Links links) {
    WorkflowExecutionInfo info = response.getWorkflowExecutionInfo();
    WorkflowExecutionConfig config = response.getExecutionConfig();
    WorkflowExecutionExtendedInfo extended = response.getWorkflowExtendedInfo();
    return new WorkflowDescription(
        ref.namespace().value(),
        info.getExecution().getWorkflowId(),
        info.getExecution().getRunId(),
        info.getFirstRunId(),
        info.getType().getName(),
        info.getTaskQueue(),
        statusOf(info.getStatus()),
        ProtoTimes.toInstant(info.getStartTime()),
        time(info.hasExecutionTime(), info.getExecutionTime()),
        time(info.hasCloseTime(), info.getCloseTime()),
        info.getHistoryLength(),
        info.getHistorySizeBytes(),
        ExecutionMapper.memo(info.getMemo()),
        SearchAttributeMapper.toJson(info.getSearchAttributes()),
        info.hasParentExecution() ? name(info.getParentExecution()) : null,
        info.hasRootExecution() ? name(info.getRootExecution()) : null,
        response.getPendingActivitiesList().stream().map(this::toActivity).toList(),
        response.getPendingChildrenList().stream().map(DescriptionMapper::toChild).toList(),
        response.hasPendingWorkflowTask() ? toTask(response.getPendingWorkflowTask()) : null,
        response.getCallbacksList().stream().map(this::toCallback).toList(),
        extended.getCancelRequested(),
        time(extended.hasRunExpirationTime(), extended.getRunExpirationTime()),
        time(extended.hasExecutionExpirationTime(), extended.getExecutionExpirationTime()),
        ProtoTimes.toDurationIfSet(config.getWorkflowRunTimeout()),
        ProtoTimes.toDurationIfSet(config.getWorkflowExecutionTimeout()),
        config.getUserMetadata().hasSummary()
            ? PayloadMapper.toJson(config.getUserMetadata().getSummary())
            : null,
        config.getUserMetadata().hasDetails()
            ? PayloadMapper.toJson(config.getUserMetadata().getDetails())
            : null,
        info.hasPriority() ? OptionsMapper.toPriority(info.getPriority()) : null,
        info.hasVersioningInfo() ? toVersioning(info.getVersioningInfo()) : null,
        WorkflowLinks.of(ref.atRun(info.getExecution().getRunId()), links));
  }

  /** An Activity that has not closed. */
  public PendingActivity toActivity(PendingActivityInfo info) {
    return new PendingActivity(
        info.getActivityId(),
        info.getActivityType().getName(),
        EnumNames.shortName(info.getState(), "PENDING_ACTIVITY_STATE_"),
        info.getAttempt(),
        info.getMaximumAttempts(),
        time(info.hasScheduledTime(), info.getScheduledTime()),
        time(info.hasLastStartedTime(), info.getLastStartedTime()),
        time(info.hasLastHeartbeatTime(), info.getLastHeartbeatTime()),
        PayloadMapper.toJson(info.getHeartbeatDetails()),
        time(info.hasNextAttemptScheduleTime(), info.getNextAttemptScheduleTime()),
        time(info.hasExpirationTime(), info.getExpirationTime()),
        info.hasLastFailure() ? failures.toFailure(info.getLastFailure()) : null,
        info.getLastWorkerIdentity(),
        info.getPaused());
  }

  private static PendingChild toChild(PendingChildExecutionInfo info) {
    return new PendingChild(
        info.getWorkflowId(),
        info.getRunId(),
        info.getWorkflowTypeName(),
        EnumNames.shortName(info.getParentClosePolicy(), "PARENT_CLOSE_POLICY_"));
  }

  /** The Workflow Task that a Worker has to do. */
  public static PendingWorkflowTask toTask(PendingWorkflowTaskInfo info) {
    return new PendingWorkflowTask(
        EnumNames.shortName(info.getState(), "PENDING_WORKFLOW_TASK_STATE_"),
        info.getAttempt(),
        time(info.hasScheduledTime(), info.getScheduledTime()),
        time(info.hasOriginalScheduledTime(), info.getOriginalScheduledTime()),
        time(info.hasStartedTime(), info.getStartedTime()));
  }

  private CompletionCallback toCallback(CallbackInfo info) {
    return new CompletionCallback(
        info.getCallback().hasNexus() ? info.getCallback().getNexus().getUrl() : null,
        EnumNames.shortName(info.getState(), "CALLBACK_STATE_"),
        info.getAttempt(),
        info.hasLastAttemptFailure() ? failures.toFailure(info.getLastAttemptFailure()) : null,
        time(info.hasNextAttemptScheduleTime(), info.getNextAttemptScheduleTime()));
  }

  private static VersioningInfo toVersioning(WorkflowExecutionVersioningInfo info) {
    return new VersioningInfo(
        EnumNames.shortName(info.getBehavior(), "VERSIONING_BEHAVIOR_"),
        info.hasDeploymentVersion() ? OptionsMapper.toVersion(info.getDeploymentVersion()) : null,
        info.hasVersioningOverride()
            ? OptionsMapper.toOverride(info.getVersioningOverride())
            : null);
  }
}
