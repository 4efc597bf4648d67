package io.github.temporalgateway.nexus.operation;

/** What to do when an open operation has the id. */
enum NexusIdConflictPolicy {
  /** Refuse. */
  FAIL,
  /** Attach to it. */
  USE_EXISTING
}
