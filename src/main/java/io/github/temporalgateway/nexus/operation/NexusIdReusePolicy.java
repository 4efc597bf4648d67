package io.github.temporalgateway.nexus.operation;

/** What to do when a closed operation has the id. */
enum NexusIdReusePolicy {
  /** Start another one. */
  ALLOW_DUPLICATE,
  /** Start another one unless that one succeeded. */
  ALLOW_DUPLICATE_FAILED_ONLY,
  /** Refuse. */
  REJECT_DUPLICATE
}
