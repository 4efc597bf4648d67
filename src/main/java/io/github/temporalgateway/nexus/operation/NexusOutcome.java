package io.github.temporalgateway.nexus.operation;

import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.payload.OperationResult;

/** How a Nexus Operation stands. */
sealed interface NexusOutcome {

  /** The run that it is about. */
  NexusOperationRef run();

  /** It goes on. */
  record RunningNexusOperation(NexusOperationRef run) implements NexusOutcome {}

  /** It succeeded. */
  record SucceededNexusOperation(NexusOperationRef run, OperationResult result)
      implements NexusOutcome {}

  /** It did not succeed. */
  record UnsuccessfulNexusOperation(NexusOperationRef run, Failure failure)
      implements NexusOutcome {}
}
