package io.github.temporalgateway.workflow.diagnosis;

import io.github.temporalgateway.kernel.ExecutionName;
import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.payload.FailureMapper;
import io.github.temporalgateway.workflow.DescriptionMapper;
import io.github.temporalgateway.workflow.ExecutionMapper;
import io.github.temporalgateway.workflow.PendingWorkflowTask;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.taskqueue.v1.PollerInfo;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflow.v1.PendingChildExecutionInfo;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where symptoms meet Temporal's protobuf. */
@Component
class DiagnosisMapper {

  private final DescriptionMapper descriptions;
  private final FailureMapper failures;

  DiagnosisMapper(DescriptionMapper descriptions, FailureMapper failures) {
    this.descriptions = descriptions;
    this.failures = failures;
  }

  /**
   * The symptoms.
   *
   * @param queue the execution's own Task Queue
   * @param activityQueues Task Queues of its Activities by their names
   */
  Symptoms toSymptoms(
      Instant now,
      DescribeWorkflowExecutionResponse found,
      DiagnosedQueue queue,
      Map<String, DiagnosedQueue> activityQueues,
      RecentEvents recent) {
    WorkflowExecutionInfo info = found.getWorkflowExecutionInfo();
    boolean paused = info.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_PAUSED;
    return new Symptoms(
        now,
        ExecutionMapper.statusOf(info.getStatus()),
        ExecutionMapper.isOpen(info.getStatus()),
        paused ? found.getWorkflowExtendedInfo().getPauseInfo().getReason() : null,
        ExecutionMapper.time(info.hasExecutionTime(), info.getExecutionTime()),
        queue,
        found.hasPendingWorkflowTask() ? toTask(found, recent.taskFailure()) : null,
        found.getPendingActivitiesList().stream()
            .map(activity ->
                new DiagnosedActivity(
                    descriptions.toActivity(activity),
                    activityQueues.get(queueOf(found, activity))))
            .toList(),
        found.getPendingChildrenList().stream().map(DiagnosisMapper::toName).toList(),
        found.getPendingNexusOperationsCount(),
        recent.timers(),
        recent.whole());
  }

  /** Name of the execution's own Task Queue. */
  static String queueOf(DescribeWorkflowExecutionResponse found) {
    return found.getExecutionConfig().getTaskQueue().getName();
  }

  /** Name of an Activity's Task Queue. */
  static String queueOf(DescribeWorkflowExecutionResponse found, PendingActivityInfo activity) {
    String own = activity.getActivityOptions().getTaskQueue().getName();
    return own.isEmpty() ? queueOf(found) : own;
  }

  static DiagnosedQueue toQueue(String name, List<PollerInfo> pollers) {
    return new DiagnosedQueue(name, pollers.stream().map(DiagnosisMapper::toPoller).toList());
  }

  private static QueuePoller toPoller(PollerInfo poller) {
    String deployed = poller.getDeploymentOptions().getBuildId();
    String buildId =
        deployed.isEmpty() ? poller.getWorkerVersionCapabilities().getBuildId() : deployed;
    return new QueuePoller(
        poller.getIdentity(),
        ExecutionMapper.time(poller.hasLastAccessTime(), poller.getLastAccessTime()),
        buildId.isEmpty() ? null : buildId);
  }

  private DiagnosedWorkflowTask toTask(
      DescribeWorkflowExecutionResponse found, @Nullable HistoryEvent failed) {
    PendingWorkflowTask task = DescriptionMapper.toTask(found.getPendingWorkflowTask());
    @Nullable HistoryEvent reason = task.attempt() > 1 ? failed : null;
    return new DiagnosedWorkflowTask(
        task.state(),
        task.attempt(),
        task.scheduledTime(),
        task.originalScheduledTime(),
        task.startedTime(),
        reason == null ? null : cause(reason),
        reason == null ? null : failure(reason));
  }

  private static @Nullable String cause(HistoryEvent failed) {
    return RecentEvents.isTimeout(failed)
        ? "TIMED_OUT"
        : EnumNames.shortName(
            failed.getWorkflowTaskFailedEventAttributes().getCause(),
            "WORKFLOW_TASK_FAILED_CAUSE_");
  }

  private @Nullable Failure failure(HistoryEvent failed) {
    return failed.getWorkflowTaskFailedEventAttributes().hasFailure()
        ? failures.toFailure(failed.getWorkflowTaskFailedEventAttributes().getFailure())
        : null;
  }

  private static ExecutionName toName(PendingChildExecutionInfo child) {
    return new ExecutionName(child.getWorkflowId(), child.getRunId());
  }
}
