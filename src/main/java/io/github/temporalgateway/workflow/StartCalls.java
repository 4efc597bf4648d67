package io.github.temporalgateway.workflow;

import static io.github.temporalgateway.problem.ProblemCode.NAMESPACE_NOT_FOUND;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.NamespaceName;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import org.springframework.stereotype.Component;

/** Sends starts to Temporal, with or without a Signal. */
@Component
class StartCalls {

  private final TemporalConnections connections;

  StartCalls(TemporalConnections connections) {
    this.connections = connections;
  }

  StartWorkflowExecutionResponse call(PreparedStart start) {
    NamespaceConnection connection =
        connections.namespace(new NamespaceName(start.request().getNamespace()));
    return start.signal() == null
        ? connection.call(
            WorkflowServiceBlockingStub::startWorkflowExecution,
            start.request(),
            NAMESPACE_NOT_FOUND)
        : SignalStartMapper.toStartResponse(
            connection.call(
                WorkflowServiceBlockingStub::signalWithStartWorkflowExecution,
                SignalStartMapper.toProto(start.request(), start.signal()),
                NAMESPACE_NOT_FOUND));
  }
}
