package io.github.temporalgateway.message;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.payload.PayloadMapper;
import io.temporal.api.enums.v1.QueryRejectCondition;
import io.temporal.api.enums.v1.UpdateWorkflowExecutionLifecycleStage;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.query.v1.QueryRejected;
import io.temporal.api.query.v1.WorkflowQuery;
import io.temporal.api.update.v1.Input;
import io.temporal.api.update.v1.Meta;
import io.temporal.api.update.v1.Request;
import io.temporal.api.update.v1.UpdateRef;
import io.temporal.api.update.v1.WaitPolicy;
import io.temporal.api.workflowservice.v1.ExecuteMultiOperationRequest;
import io.temporal.api.workflowservice.v1.PollWorkflowExecutionUpdateRequest;
import io.temporal.api.workflowservice.v1.QueryWorkflowRequest;
import io.temporal.api.workflowservice.v1.SignalWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.UpdateWorkflowExecutionRequest;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where messages as JSON meet Temporal's protobuf. */
final class MessageMapper {

  private MessageMapper() {}

  static SignalWorkflowExecutionRequest toSignal(
      ExecutionRef ref,
      String name,
      MessageRequest body,
      @Nullable IdempotencyKey key,
      CallerHeaders caller,
      String identity) {
    return SignalWorkflowExecutionRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setWorkflowExecution(Executions.toProto(ref))
        .setSignalName(name)
        .setInput(PayloadMapper.toPayloads(body.input(), body.args()))
        .setHeader(PayloadMapper.toHeader(body.headers(), caller))
        .setRequestId(key == null ? UUID.randomUUID().toString() : key.value())
        .setIdentity(identity)
        .build();
  }

  static QueryWorkflowRequest toQuery(
      ExecutionRef ref,
      String name,
      MessageRequest body,
      @Nullable RejectCondition reject,
      CallerHeaders caller) {
    return QueryWorkflowRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setExecution(Executions.toProto(ref))
        .setQueryRejectCondition(toProto(reject))
        .setQuery(
            WorkflowQuery.newBuilder()
                .setQueryType(name)
                .setQueryArgs(PayloadMapper.toPayloads(body.input(), body.args()))
                .setHeader(PayloadMapper.toHeader(body.headers(), caller)))
        .build();
  }

  /** An Update that returns as soon as the Workflow has accepted or refused it. */
  static UpdateWorkflowExecutionRequest toUpdate(
      ExecutionRef ref,
      String name,
      String updateId,
      UpdateRequest body,
      CallerHeaders caller,
      String identity) {
    return UpdateWorkflowExecutionRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setWorkflowExecution(Executions.toProto(ref))
        .setWaitPolicy(
            waitFor(
                UpdateWorkflowExecutionLifecycleStage
                    .UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ACCEPTED))
        .setRequest(
            Request.newBuilder()
                .setMeta(Meta.newBuilder().setUpdateId(updateId).setIdentity(identity))
                .setInput(
                    Input.newBuilder()
                        .setName(name)
                        .setArgs(PayloadMapper.toPayloads(body.input(), body.args()))
                        .setHeader(PayloadMapper.toHeader(body.headers(), caller))))
        .build();
  }

  /**
   * A start and an Update in one step. Temporal needs to be told what to do when the execution is
   * open; this is for updating it, so it is used unless the caller wants otherwise.
   */
  static ExecuteMultiOperationRequest toUpdateWithStart(
      StartWorkflowExecutionRequest start, UpdateWorkflowExecutionRequest update) {
    StartWorkflowExecutionRequest.Builder request = start.toBuilder().clearOnConflictOptions();
    if (start.getWorkflowIdConflictPolicy()
        == WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_UNSPECIFIED) {
      request.setWorkflowIdConflictPolicy(
          WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING);
    }
    return ExecuteMultiOperationRequest.newBuilder()
        .setNamespace(start.getNamespace())
        .addOperations(
            ExecuteMultiOperationRequest.Operation.newBuilder().setStartWorkflow(request))
        .addOperations(
            ExecuteMultiOperationRequest.Operation.newBuilder().setUpdateWorkflow(update))
        .build();
  }

  /** Asks how an Update is; with a wait, returns when it is complete. */
  static PollWorkflowExecutionUpdateRequest toPoll(
      ExecutionRef ref, String updateId, boolean wait, String identity) {
    PollWorkflowExecutionUpdateRequest.Builder poll =
        PollWorkflowExecutionUpdateRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setUpdateRef(
                UpdateRef.newBuilder()
                    .setWorkflowExecution(Executions.toProto(ref))
                    .setUpdateId(updateId))
            .setIdentity(identity);
    if (wait) {
      poll.setWaitPolicy(
          waitFor(
              UpdateWorkflowExecutionLifecycleStage
                  .UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED));
    }
    return poll.build();
  }

  static String statusOf(QueryRejected rejected) {
    return Objects.requireNonNullElse(
        EnumNames.shortName(rejected.getStatus(), "WORKFLOW_EXECUTION_STATUS_"),
        "in another state");
  }

  private static WaitPolicy waitFor(UpdateWorkflowExecutionLifecycleStage stage) {
    return WaitPolicy.newBuilder().setLifecycleStage(stage).build();
  }

  private static QueryRejectCondition toProto(@Nullable RejectCondition reject) {
    return switch (reject) {
      case null -> QueryRejectCondition.QUERY_REJECT_CONDITION_NONE;
      case NONE -> QueryRejectCondition.QUERY_REJECT_CONDITION_NONE;
      case NOT_OPEN -> QueryRejectCondition.QUERY_REJECT_CONDITION_NOT_OPEN;
      case NOT_COMPLETED_CLEANLY ->
          QueryRejectCondition.QUERY_REJECT_CONDITION_NOT_COMPLETED_CLEANLY;
    };
  }
}
