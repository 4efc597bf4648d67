package io.github.temporalgateway.workflow.command;

import static io.github.temporalgateway.problem.ProblemCode.NAMESPACE_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_NOT_FOUND;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.workflow.ExecutionMapper;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives commands to executions. */
@Service
class Commands {

  private final TemporalConnections connections;
  private final Executions executions;

  Commands(TemporalConnections connections, Executions executions) {
    this.connections = connections;
    this.executions = executions;
  }

  /**
   * Temporal takes a request to cancel what has closed and forgets it, so its status comes first.
   */
  void cancel(ExecutionRef ref, String reason) {
    WorkflowExecutionStatus status =
        executions.describe(ref).getWorkflowExecutionInfo().getStatus();
    if (!ExecutionMapper.isOpen(status)) {
      throw new RefusedException(ProblemCode.WORKFLOW_CLOSED, "The execution has closed already.")
          .about(ref.workflowId(), ref.runId());
    }
    call(
        ref,
        WorkflowServiceBlockingStub::requestCancelWorkflowExecution,
        CommandMapper.toCancel(ref, reason, identity(ref)));
  }

  void terminate(ExecutionRef ref, @Nullable TerminateRequest body) {
    call(
        ref,
        WorkflowServiceBlockingStub::terminateWorkflowExecution,
        CommandMapper.toTerminate(ref, body, identity(ref)));
  }

  void pause(ExecutionRef ref, String reason) {
    call(
        ref,
        WorkflowServiceBlockingStub::pauseWorkflowExecution,
        CommandMapper.toPause(ref, reason, identity(ref)));
  }

  /** Where pausing is off Temporal only says that the execution isn't paused. */
  void unpause(ExecutionRef ref, String reason) {
    try {
      call(
          ref,
          WorkflowServiceBlockingStub::unpauseWorkflowExecution,
          CommandMapper.toUnpause(ref, reason, identity(ref)));
    } catch (TemporalException refused) {
      if (refused.code() == ProblemCode.CONFLICT && !canPause(ref)) {
        throw new RefusedException(
                ProblemCode.NOT_SUPPORTED, "The Temporal Service cannot pause executions.")
            .about(ref.workflowId(), ref.runId());
      }
      throw refused;
    }
  }

  private boolean canPause(ExecutionRef ref) {
    return connections
        .namespace(ref.namespace())
        .call(
            WorkflowServiceBlockingStub::describeNamespace,
            CommandMapper.toNamespace(ref),
            NAMESPACE_NOT_FOUND)
        .getNamespaceInfo()
        .getCapabilities()
        .getWorkflowPause();
  }

  void delete(ExecutionRef ref) {
    call(ref, WorkflowServiceBlockingStub::deleteWorkflowExecution, CommandMapper.toDelete(ref));
  }

  ExecutionOptions change(ExecutionRef ref, OptionsRequest body) {
    return CommandMapper.toOptions(
        call(
                ref,
                WorkflowServiceBlockingStub::updateWorkflowExecutionOptions,
                CommandMapper.toOptions(ref, body, identity(ref)))
            .getWorkflowExecutionOptions());
  }

  private String identity(ExecutionRef ref) {
    return connections.namespace(ref.namespace()).identity();
  }

  private <Q, R> R call(
      ExecutionRef ref, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    NamespaceConnection connection = connections.namespace(ref.namespace());
    try {
      return connection.call(rpc, request, WORKFLOW_NOT_FOUND);
    } catch (TemporalException refused) {
      throw refused.about(ref.workflowId(), ref.runId());
    }
  }
}
