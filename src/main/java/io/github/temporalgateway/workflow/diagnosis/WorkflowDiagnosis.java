package io.github.temporalgateway.workflow.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.temporalgateway.kernel.ExecutionName;
import io.github.temporalgateway.web.WorkflowLinks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an execution does not advance.
 *
 * @param namespace its Namespace
 * @param workflowId its Workflow Id
 * @param runId the run that was looked at
 * @param status such as {@code RUNNING}
 * @param verdict the reason that weighs most, in one word: {@code CLOSED}, {@code PAUSED}, {@code
 *     START_DELAYED}, {@code NO_WORKFLOW_WORKER}, {@code WORKFLOW_TASK_FAILING}, {@code
 *     WORKFLOW_TASK_PENDING}, {@code ACTIVITY_PAUSED}, {@code NO_ACTIVITY_WORKER}, {@code
 *     ACTIVITY_RETRYING}, {@code ACTIVITY_PENDING}, {@code ACTIVITY_RUNNING}, {@code
 *     WAITING_FOR_CHILD}, {@code WAITING_FOR_NEXUS_OPERATION}, {@code WAITING_FOR_TIMER}, {@code
 *     WAITING_FOR_MESSAGE}; more may come
 * @param explanation what that means here, and what to do about it
 * @param findings all the reasons, the weightiest first
 * @param taskQueue its Task Queue and who polls it for Workflow Tasks
 * @param pendingWorkflowTask the Workflow Task that is to be done
 * @param pendingActivities Activities that have not closed
 * @param pendingChildren Child Workflows that have not closed
 * @param pendingTimers timers that have not fired, as far as the last 1000 events tell
 * @param links where to go on
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record WorkflowDiagnosis(
    String namespace,
    String workflowId,
    String runId,
    String status,
    String verdict,
    String explanation,
    List<DiagnosisFinding> findings,
    DiagnosedQueue taskQueue,
    @Nullable DiagnosedWorkflowTask pendingWorkflowTask,
    @Nullable List<DiagnosedActivity> pendingActivities,
    @Nullable List<ExecutionName> pendingChildren,
    @Nullable List<PendingTimer> pendingTimers,
    WorkflowLinks links) {}
