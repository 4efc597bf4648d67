package io.github.temporalgateway.workflow.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.workflow.PendingActivity;
import io.github.temporalgateway.workflow.PendingWorkflowTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an execution does not advance.
 *
 * @param namespace its Namespace
 * @param workflowId its Workflow Id
 * @param runId the run that was looked at
 * @param status its status
 * @param verdict the most pressing reason
 * @param explanation that reason in words, with what to do
 * @param findings all reasons
 * @param taskQueue its Task Queue and who polls it
 * @param pendingWorkflowTask the Workflow Task that a Worker has to do
 * @param lastWorkflowTaskFailure why the Workflow Task last failed, while it does
 * @param pendingActivities Activities that have not closed
 * @param pendingTimers timers that have not fired, among the last thousand events
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record WorkflowDiagnosis(
    String namespace,
    String workflowId,
    String runId,
    String status,
    Verdict verdict,
    String explanation,
    List<Finding> findings,
    PolledQueue taskQueue,
    @Nullable PendingWorkflowTask pendingWorkflowTask,
    @Nullable Failure lastWorkflowTaskFailure,
    @Nullable List<PendingActivity> pendingActivities,
    @Nullable List<PendingTimer> pendingTimers) {}
