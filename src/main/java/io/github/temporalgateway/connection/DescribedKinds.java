package io.github.temporalgateway.connection;

import io.github.temporalgateway.kernel.ExecutionKind;
import io.github.temporalgateway.kernel.ExecutionKinds;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
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
      return Optional.of(Executions.kindOf(executions.describe(ref).getWorkflowExecutionInfo()));
    } catch (GatewayException unknown) {
      if (unknown.code() == ProblemCode.WORKFLOW_NOT_FOUND) {
        return Optional.empty();
      }
      throw unknown;
    }
  }
}
