package io.github.temporalgateway.workflow.diagnosis;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.connection.Histories;
import io.github.temporalgateway.connection.Pollers;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.payload.FailureMapper;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.workflow.DescriptionMapper;
import io.github.temporalgateway.workflow.PendingActivity;
import io.github.temporalgateway.workflow.WorkflowDescription;
import io.temporal.api.enums.v1.TaskQueueType;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds out why executions do not advance. */
@Service
class Diagnoses {

  private static final int LOOKED_AT = 1000;

  private final Executions executions;
  private final Histories histories;
  private final Pollers pollers;
  private final DescriptionMapper descriptions;
  private final FailureMapper failures;
  private final InstantSource clock;

  Diagnoses(
      Executions executions,
      Histories histories,
      Pollers pollers,
      DescriptionMapper descriptions,
      FailureMapper failures,
      InstantSource clock) {
    this.executions = executions;
    this.histories = histories;
    this.pollers = pollers;
    this.descriptions = descriptions;
    this.failures = failures;
    this.clock = clock;
  }

  WorkflowDiagnosis of(ExecutionRef ref, Links links) {
    WorkflowDescription description =
        descriptions.toDescription(ref, executions.describe(ref), links);
    ExecutionRef run = ref.atRun(description.runId());
    RecentHistory recent = RecentHistory.of(histories.eventsFromTheEnd(run).limit(LOOKED_AT));
    @Nullable Failure taskFailure =
        description.pendingWorkflowTask() == null || recent.taskFailure() == null
            ? null
            : failures.toFailure(recent.taskFailure());
    List<PendingTimer> timers = DiagnosisMapper.toTimers(recent.timers());
    PolledQueue queue = queue(run, description.taskQueue());
    List<Finding> findings =
        Findings.of(
            description,
            queue,
            taskFailure,
            idleActivities(run, description, recent),
            timers,
            clock.instant());
    return new WorkflowDiagnosis(
        description.namespace(),
        description.workflowId(),
        description.runId(),
        description.status(),
        findings.getFirst().verdict(),
        findings.getFirst().explanation(),
        findings,
        queue,
        description.pendingWorkflowTask(),
        taskFailure,
        description.pendingActivities(),
        description.closeTime() == null ? timers : null);
  }

  private PolledQueue queue(ExecutionRef run, String name) {
    return DiagnosisMapper.toQueue(
        name, pollers.of(run.namespace(), name, TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW));
  }

  private Set<String> idleActivities(
      ExecutionRef run, WorkflowDescription description, RecentHistory recent) {
    List<PendingActivity> pending =
        description.pendingActivities() == null ? List.of() : description.pendingActivities();
    return pending.stream()
        .map(PendingActivity::activityId)
        .filter(
            id -> isIdle(run, recent.activityQueues().getOrDefault(id, description.taskQueue())))
        .collect(Collectors.toSet());
  }

  private boolean isIdle(ExecutionRef run, String queue) {
    return pollers.of(run.namespace(), queue, TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY).isEmpty();
  }
}
