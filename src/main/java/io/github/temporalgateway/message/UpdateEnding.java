package io.github.temporalgateway.message;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.payload.OperationResult;

/** What there is to say of an Update at the end of a wait, when it has not failed. */
sealed interface UpdateEnding {

  /** The run that has the Update. */
  ExecutionRef run();

  /** Its id. */
  String updateId();

  /** The Workflow works on it. */
  record AcceptedUpdate(ExecutionRef run, String updateId) implements UpdateEnding {}

  /** It returned. */
  record CompletedUpdate(ExecutionRef run, String updateId, OperationResult result)
      implements UpdateEnding {}
}
