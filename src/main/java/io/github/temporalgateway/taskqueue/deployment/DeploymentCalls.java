package io.github.temporalgateway.taskqueue.deployment;

import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.WORKER_DEPLOYMENT_NOT_FOUND;

import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.EntityTag;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.TemporalException;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Calls to Temporal about Worker Deployments. */
@Component
class DeploymentCalls {

  private final TemporalConnections connections;

  DeploymentCalls(TemporalConnections connections) {
    this.connections = connections;
  }

  String identity(NamespaceName namespace) {
    return connections.namespace(namespace).identity();
  }

  /** A conflict over the version that the caller has seen is a 412; Temporal tells it in words. */
  <Q, R> R call(
      NamespaceName namespace, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    try {
      return connections.namespace(namespace).call(rpc, request, WORKER_DEPLOYMENT_NOT_FOUND);
    } catch (TemporalException refused) {
      throw refused.code() == CONFLICT && refused.detail().contains("conflict token")
          ? EntityTag.changed()
          : refused;
    }
  }
}
