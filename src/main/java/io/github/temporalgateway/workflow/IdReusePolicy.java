package io.github.temporalgateway.workflow;

/** What to do when a closed execution has the Workflow Id. */
public enum IdReusePolicy {
  /** Start another one. */
  ALLOW_DUPLICATE,
  /** Start another one unless the last one completed. */
  ALLOW_DUPLICATE_FAILED_ONLY,
  /** Refuse. */
  REJECT_DUPLICATE
}
