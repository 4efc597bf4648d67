package io.github.temporalgateway.workflow;

/** What to do when an open execution has the Workflow Id. */
enum IdConflictPolicy {
  /** Refuse. */
  FAIL,
  /** Answer with the open execution. */
  USE_EXISTING,
  /** Terminate the open execution and start another one. */
  TERMINATE_EXISTING
}
