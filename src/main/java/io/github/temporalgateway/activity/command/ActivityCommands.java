package io.github.temporalgateway.activity.command;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives commands to Activities, of Workflows and stand-alone ones alike. */
@Service
class ActivityCommands {

  private final TemporalConnections connections;

  ActivityCommands(TemporalConnections connections) {
    this.connections = connections;
  }

  void pause(ActivityRef ref, @Nullable PauseActivityRequest body) {
    call(
        ref,
        WorkflowServiceBlockingStub::pauseActivityExecution,
        ActivityCommandMapper.toPause(ref, body, identity(ref)));
  }

  void unpause(ActivityRef ref, @Nullable UnpauseActivityRequest body) {
    call(
        ref,
        WorkflowServiceBlockingStub::unpauseActivityExecution,
        ActivityCommandMapper.toUnpause(ref, body, identity(ref)));
  }

  void reset(ActivityRef ref, @Nullable ResetActivityRequest body) {
    call(
        ref,
        WorkflowServiceBlockingStub::resetActivityExecution,
        ActivityCommandMapper.toReset(ref, body, identity(ref)));
  }

  ActivityOptions change(ActivityRef ref, ActivityOptionsRequest body) {
    return ActivityOptionsMapper.toOptions(
        call(
                ref,
                WorkflowServiceBlockingStub::updateActivityExecutionOptions,
                ActivityOptionsMapper.toUpdate(ref, body, identity(ref)))
            .getActivityOptions());
  }

  private String identity(ActivityRef ref) {
    return connections.namespace(ref.namespace()).identity();
  }

  private <Q, R> R call(
      ActivityRef ref, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    NamespaceConnection connection = connections.namespace(ref.namespace());
    try {
      return connection.call(rpc, request, ProblemCode.ACTIVITY_NOT_FOUND);
    } catch (TemporalException refused) {
      GatewayException explained =
          refused.code() == ProblemCode.WORKFLOW_CLOSED
              ? new RefusedException(ProblemCode.ACTIVITY_NOT_FOUND, refused.detail())
              : refused;
      throw ref.workflowId() == null ? explained : explained.about(ref.workflowId(), ref.runId());
    }
  }
}
