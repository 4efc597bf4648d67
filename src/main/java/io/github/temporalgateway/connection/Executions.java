package io.github.temporalgateway.connection;

import io.github.temporalgateway.kernel.ExecutionKind;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.grpc.Deadline;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import org.springframework.stereotype.Component;

/** Asks Temporal about single executions. */
@Component
public final class Executions {

  private final TemporalConnections connections;

  Executions(TemporalConnections connections) {
    this.connections = connections;
  }

  /**
   * What Temporal knows of an execution now.
   *
   * @throws GatewayException 404 {@code workflow-not-found} when there is none
   */
  public DescribeWorkflowExecutionResponse describe(ExecutionRef ref) {
    try {
      return connections
          .namespace(ref.namespace())
          .call(
              WorkflowServiceBlockingStub::describeWorkflowExecution,
              DescribeWorkflowExecutionRequest.newBuilder()
                  .setNamespace(ref.namespace().value())
                  .setExecution(toProto(ref))
                  .build(),
              ProblemCode.WORKFLOW_NOT_FOUND);
    } catch (GatewayException refused) {
      throw refused.about(ref.workflowId(), ref.runId());
    }
  }

  /**
   * What Temporal knows of an execution now, for somebody who does not wait beyond a moment.
   *
   * @throws GatewayException also 504 {@code temporal-timeout} when the moment comes first
   */
  public DescribeWorkflowExecutionResponse describe(ExecutionRef ref, Deadline end) {
    try (TimedContext _ = TimedContext.until(end)) {
      return describe(ref);
    }
  }

  /** What an execution is. */
  public static ExecutionKind kindOf(WorkflowExecutionInfo info) {
    return new ExecutionKind(info.getType().getName(), info.getTaskQueue());
  }

  /** The execution as Temporal's requests name it. */
  public static WorkflowExecution toProto(ExecutionRef ref) {
    return WorkflowExecution.newBuilder()
        .setWorkflowId(ref.workflowId())
        .setRunId(ref.runIdOrEmpty())
        .build();
  }
}
