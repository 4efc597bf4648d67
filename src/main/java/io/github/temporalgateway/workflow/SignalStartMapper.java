package io.github.temporalgateway.workflow;

import io.github.temporalgateway.payload.PayloadMapper;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.workflowservice.v1.SignalWithStartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.SignalWithStartWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionResponse;

/** Where starts with a Signal meet Temporal's protobuf. */
final class SignalStartMapper {

  private SignalStartMapper() {}

  /** The same start with a Signal; the fields of both requests have the same names. */
  static SignalWithStartWorkflowExecutionRequest toProto(
      StartWorkflowExecutionRequest start, StartSignal signal) {
    SignalWithStartWorkflowExecutionRequest.Builder request =
        SignalWithStartWorkflowExecutionRequest.newBuilder()
            .setNamespace(start.getNamespace())
            .setWorkflowId(start.getWorkflowId())
            .setWorkflowType(start.getWorkflowType())
            .setTaskQueue(start.getTaskQueue())
            .setInput(start.getInput())
            .setWorkflowExecutionTimeout(start.getWorkflowExecutionTimeout())
            .setWorkflowRunTimeout(start.getWorkflowRunTimeout())
            .setWorkflowTaskTimeout(start.getWorkflowTaskTimeout())
            .setIdentity(start.getIdentity())
            .setRequestId(start.getRequestId())
            .setWorkflowIdReusePolicy(start.getWorkflowIdReusePolicy())
            .setWorkflowIdConflictPolicy(conflictPolicy(start.getWorkflowIdConflictPolicy()))
            .setCronSchedule(start.getCronSchedule())
            .setMemo(start.getMemo())
            .setSearchAttributes(start.getSearchAttributes())
            .setHeader(start.getHeader())
            .setUserMetadata(start.getUserMetadata())
            .setSignalName(signal.name())
            .setSignalInput(PayloadMapper.toPayloads(signal.input(), signal.args()));
    if (start.hasRetryPolicy()) {
      request.setRetryPolicy(start.getRetryPolicy());
    }
    if (start.hasWorkflowStartDelay()) {
      request.setWorkflowStartDelay(start.getWorkflowStartDelay());
    }
    if (start.hasVersioningOverride()) {
      request.setVersioningOverride(start.getVersioningOverride());
    }
    if (start.hasPriority()) {
      request.setPriority(start.getPriority());
    }
    return request.build();
  }

  static StartWorkflowExecutionResponse toStartResponse(
      SignalWithStartWorkflowExecutionResponse response) {
    return StartWorkflowExecutionResponse.newBuilder()
        .setRunId(response.getRunId())
        .setFirstExecutionRunId(response.getFirstExecutionRunId())
        .setStarted(response.getStarted())
        .setStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING)
        .build();
  }

  /** A Signal goes to the open execution, so Temporal does not take a policy that refuses it. */
  private static WorkflowIdConflictPolicy conflictPolicy(WorkflowIdConflictPolicy policy) {
    return policy == WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL
        ? WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING
        : policy;
  }
}
