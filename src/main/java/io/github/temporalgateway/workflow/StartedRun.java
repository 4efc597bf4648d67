package io.github.temporalgateway.workflow;

import io.github.temporalgateway.kernel.ExecutionRef;

/**
 * What a start led to.
 *
 * @param run the run that now has the Workflow Id
 * @param firstRunId first run of its chain; empty when the service did not say
 * @param workflowType as started
 * @param taskQueue as started
 * @param status its status at that moment
 * @param how how the caller came by the run
 */
public record StartedRun(
    ExecutionRef run,
    String firstRunId,
    String workflowType,
    String taskQueue,
    String status,
    How how) {

  /** How a caller came by a run. */
  public enum How {
    /** The request started it. */
    STARTED,
    /** It was there, and the conflict policy says to use it. */
    ATTACHED,
    /** An earlier request with the same Idempotency-Key started it. */
    REPLAYED
  }
}
