package io.github.temporalgateway.connection;

import io.github.temporalgateway.kernel.ExecutionKind;
import io.github.temporalgateway.kernel.ExecutionKinds;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks Temporal what executions are. */
@Component
class DescribedKinds implements ExecutionKinds {

  private final Executions executions;

  DescribedKinds(Executions executions) {
    this.executions = executions;
  }

  @Override
  public Optional<ExecutionKind> of(ExecutionRef ref) {
    try {
      WorkflowExecutionInfo info = executions.describe(ref).getWorkflowExecutionInfo();
      return Optional.of(new ExecutionKind(info.getType().getName(), info.getTaskQueue()));
    } catch (GatewayException unknown) {
      if (unknown.code() == ProblemCode.WORKFLOW_NOT_FOUND) {
        return Optional.empty();
      }
      throw unknown;
    }
  }
}
