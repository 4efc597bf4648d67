package io.github.temporalgateway.workflow;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.NamespaceName;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import org.jspecify.annotations.Nullable;

/**
 * A start that is ready to be sent.
 *
 * @param request to Temporal, with the caller's own policies
 * @param signal the Signal to send with it
 * @param key the caller's name for it
 * @param memo what marks the run as started by this key; null without a key
 */
public record PreparedStart(
    StartWorkflowExecutionRequest request,
    @Nullable StartSignal signal,
    @Nullable IdempotencyKey key,
    @Nullable IdempotencyMemo memo) {

  /** The execution that is to be started, at no certain run. */
  public ExecutionRef ref() {
    return new ExecutionRef(
        new NamespaceName(request.getNamespace()), request.getWorkflowId(), null);
  }

  PreparedStart with(StartWorkflowExecutionRequest other) {
    return new PreparedStart(other, signal, key, memo);
  }
}
