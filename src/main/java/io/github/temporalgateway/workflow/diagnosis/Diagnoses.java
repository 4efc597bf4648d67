package io.github.temporalgateway.workflow.diagnosis;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.connection.Histories;
import io.github.temporalgateway.connection.Pollers;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.web.WorkflowLinks;
import io.github.temporalgateway.workflow.ExecutionMapper;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Finds out why executions do not advance. It asks no Worker, so it answers when there is none. */
@Service
class Diagnoses {

  private static final int MOST_QUEUES = 20;

  private final Executions executions;
  private final Pollers pollers;
  private final Histories histories;
  private final DiagnosisMapper mapper;
  private final InstantSource clock;

  Diagnoses(
      Executions executions,
      Pollers pollers,
      Histories histories,
      DiagnosisMapper mapper,
      InstantSource clock) {
    this.executions = executions;
    this.pollers = pollers;
    this.histories = histories;
    this.mapper = mapper;
    this.clock = clock;
  }

  WorkflowDiagnosis of(ExecutionRef ref, Links links) {
    DescribeWorkflowExecutionResponse found = executions.describe(ref);
    WorkflowExecutionInfo info = found.getWorkflowExecutionInfo();
    ExecutionRef run = ref.atRun(info.getExecution().getRunId());
    Symptoms symptoms =
        mapper.toSymptoms(
            clock.instant(),
            found,
            queue(
                ref.namespace(),
                DiagnosisMapper.queueOf(found),
                TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW),
            activityQueues(ref.namespace(), found),
            ExecutionMapper.isOpen(info.getStatus())
                ? RecentEvents.of(histories.eventsFromTheEnd(run))
                : RecentEvents.none());
    return diagnosis(run, symptoms, Findings.of(symptoms), links);
  }

  private static WorkflowDiagnosis diagnosis(
      ExecutionRef run, Symptoms symptoms, List<DiagnosisFinding> findings, Links links) {
    return new WorkflowDiagnosis(
        run.namespace().value(),
        run.workflowId(),
        run.runIdOrEmpty(),
        symptoms.status(),
        findings.getFirst().verdict(),
        findings.getFirst().explanation(),
        findings,
        symptoms.taskQueue(),
        symptoms.task(),
        symptoms.activities(),
        symptoms.children(),
        symptoms.timers(),
        WorkflowLinks.of(run, links));
  }

  private Map<String, DiagnosedQueue> activityQueues(
      NamespaceName namespace, DescribeWorkflowExecutionResponse found) {
    Map<String, DiagnosedQueue> queues = new HashMap<>();
    found.getPendingActivitiesList().stream()
        .map(activity -> DiagnosisMapper.queueOf(found, activity))
        .distinct()
        .limit(MOST_QUEUES)
        .forEach(name ->
            queues.put(name, queue(namespace, name, TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)));
    return queues;
  }

  private DiagnosedQueue queue(NamespaceName namespace, String name, TaskQueueType type) {
    return DiagnosisMapper.toQueue(name, pollers.of(namespace, name, type));
  }
}
