package io.github.temporalgateway.workflow.command;

import com.google.protobuf.FieldMask;
import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.github.temporalgateway.workflow.ExecutionMapper;
import io.github.temporalgateway.workflow.OptionsMapper;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.enums.v1.ResetReapplyExcludeType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflow.v1.WorkflowExecutionOptions;
import io.temporal.api.workflowservice.v1.DeleteWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.PauseWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.RequestCancelWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.TerminateWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.UnpauseWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.UpdateWorkflowExecutionOptionsRequest;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where commands meet Temporal's protobuf. */
public final class CommandMapper {

  private static final String VERSIONING_OVERRIDE = "versioning_override";
  private static final String PRIORITY = "priority";

  private CommandMapper() {}

  static RequestCancelWorkflowExecutionRequest toCancel(
      ExecutionRef ref, String reason, String identity) {
    return RequestCancelWorkflowExecutionRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setWorkflowExecution(Executions.toProto(ref))
        .setReason(reason)
        .setIdentity(identity)
        .setRequestId(UUID.randomUUID().toString())
        .build();
  }

  /**
   * The run that a reset has just made, or made before.
   *
   * @param info of the run that was reset, or of the new run when an earlier request made it
   */
  static ResetRun toResetRun(ExecutionRef made, WorkflowExecutionInfo info) {
    boolean replayed = info.getExecution().getRunId().equals(made.runId());
    return new ResetRun(
        made,
        info.getFirstRunId(),
        info.getType().getName(),
        info.getTaskQueue(),
        ExecutionMapper.statusOf(
            replayed
                ? info.getStatus()
                : WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING),
        replayed);
  }

  static TerminateWorkflowExecutionRequest toTerminate(
      ExecutionRef ref, @Nullable TerminateRequest body, String identity) {
    TerminateWorkflowExecutionRequest.Builder request =
        TerminateWorkflowExecutionRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setWorkflowExecution(Executions.toProto(ref))
            .setIdentity(identity);
    if (body != null && body.reason() != null) {
      request.setReason(body.reason());
    }
    if (body != null && body.details() != null) {
      request.setDetails(
          Payloads.newBuilder().addPayloads(PayloadMapper.toPayload(body.details(), "/details")));
    }
    return request.build();
  }

  static ResetWorkflowExecutionRequest toReset(
      ExecutionRef run,
      ResetRequest body,
      long eventId,
      @Nullable ResetMark mark,
      String identity) {
    String reason = body.reason() == null ? "" : body.reason();
    ResetWorkflowExecutionRequest.Builder request =
        ResetWorkflowExecutionRequest.newBuilder()
            .setNamespace(run.namespace().value())
            .setWorkflowExecution(Executions.toProto(run))
            .setWorkflowTaskFinishEventId(eventId)
            .setReason(mark == null ? reason : (reason + " " + mark).strip())
            .setRequestId(UUID.randomUUID().toString())
            .setIdentity(identity);
    Set<ReappliedEvent> excluded = body.reapplyExclude() == null ? Set.of() : body.reapplyExclude();
    excluded.forEach(event -> request.addResetReapplyExcludeTypes(toProto(event)));
    return request.build();
  }

  static PauseWorkflowExecutionRequest toPause(ExecutionRef ref, String reason, String identity) {
    return PauseWorkflowExecutionRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setWorkflowId(ref.workflowId())
        .setRunId(ref.runIdOrEmpty())
        .setReason(reason)
        .setIdentity(identity)
        .setRequestId(UUID.randomUUID().toString())
        .build();
  }

  static UnpauseWorkflowExecutionRequest toUnpause(
      ExecutionRef ref, String reason, String identity) {
    return UnpauseWorkflowExecutionRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setWorkflowId(ref.workflowId())
        .setRunId(ref.runIdOrEmpty())
        .setReason(reason)
        .setIdentity(identity)
        .setRequestId(UUID.randomUUID().toString())
        .build();
  }

  static DescribeNamespaceRequest toNamespace(ExecutionRef ref) {
    return DescribeNamespaceRequest.newBuilder().setNamespace(ref.namespace().value()).build();
  }

  static DeleteWorkflowExecutionRequest toDelete(ExecutionRef ref) {
    return DeleteWorkflowExecutionRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setWorkflowExecution(Executions.toProto(ref))
        .build();
  }

  /** An option that the mask names and the request does not set is taken back. */
  public static UpdateWorkflowExecutionOptionsRequest toOptions(
      ExecutionRef ref, OptionsRequest body, String identity) {
    Set<ExecutionOption> unset = body.unset() == null ? Set.of() : body.unset();
    FieldMask.Builder mask = FieldMask.newBuilder();
    WorkflowExecutionOptions.Builder options = WorkflowExecutionOptions.newBuilder();
    if (body.versioningOverride() != null) {
      options.setVersioningOverride(OptionsMapper.toProto(body.versioningOverride()));
    }
    if (body.priority() != null) {
      options.setPriority(OptionsMapper.toProto(body.priority()));
    }
    if (options.hasVersioningOverride() || unset.contains(ExecutionOption.VERSIONING_OVERRIDE)) {
      mask.addPaths(VERSIONING_OVERRIDE);
    }
    if (options.hasPriority() || unset.contains(ExecutionOption.PRIORITY)) {
      mask.addPaths(PRIORITY);
    }
    if (mask.getPathsCount() == 0) {
      throw RefusedException.invalid(
          Violation.at("", "Set versioningOverride or priority, or name one in unset."));
    }
    if (options.hasVersioningOverride() && unset.contains(ExecutionOption.VERSIONING_OVERRIDE)
        || options.hasPriority() && unset.contains(ExecutionOption.PRIORITY)) {
      throw RefusedException.invalid(
          Violation.at("/unset", "An option cannot be set and unset at once."));
    }
    return UpdateWorkflowExecutionOptionsRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setWorkflowExecution(Executions.toProto(ref))
        .setWorkflowExecutionOptions(options)
        .setUpdateMask(mask)
        .setIdentity(identity)
        .build();
  }

  static ExecutionOptions toOptions(WorkflowExecutionOptions options) {
    return new ExecutionOptions(
        options.hasVersioningOverride()
            ? OptionsMapper.toOverride(options.getVersioningOverride())
            : null,
        options.hasPriority() ? OptionsMapper.toPriority(options.getPriority()) : null);
  }

  /** What a reset is not to apply again, for Temporal. */
  public static ResetReapplyExcludeType toProto(ReappliedEvent event) {
    return switch (event) {
      case SIGNAL -> ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_SIGNAL;
      case UPDATE -> ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_UPDATE;
      case NEXUS -> ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_NEXUS;
      case CANCEL_REQUEST -> ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_CANCEL_REQUEST;
    };
  }
}
