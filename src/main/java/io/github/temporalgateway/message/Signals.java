package io.github.temporalgateway.message;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.TemporalException;
import io.temporal.api.workflowservice.v1.SignalWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Sends Signals. */
@Service
class Signals {

  private final TemporalConnections connections;
  private final Handlers handlers;
  private final SignalProperties properties;

  Signals(TemporalConnections connections, Handlers handlers, SignalProperties properties) {
    this.connections = connections;
    this.handlers = handlers;
    this.properties = properties;
  }

  /**
   * Sends one.
   *
   * @param strict whether to refuse a name that no handler has; null for what is configured
   */
  void send(
      ExecutionRef ref,
      String name,
      MessageRequest body,
      @Nullable IdempotencyKey key,
      CallerHeaders caller,
      @Nullable Boolean strict) {
    NamespaceConnection connection = connections.namespace(ref.namespace());
    SignalWorkflowExecutionRequest request =
        MessageMapper.toSignal(ref, name, body, key, caller, connection.identity());
    if (strict == null ? properties.strict() : strict) {
      handlers.require(ref, MessageKind.SIGNAL, name);
    }
    try {
      connection.call(
          WorkflowServiceBlockingStub::signalWorkflowExecution,
          request,
          ProblemCode.WORKFLOW_NOT_FOUND);
    } catch (TemporalException refused) {
      throw refused.about(ref.workflowId(), ref.runId());
    }
  }
}
