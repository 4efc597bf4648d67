package io.github.temporalgateway.activity.standalone;

/** What happens when an open stand-alone Activity has the id. */
enum ActivityConflictPolicy {
  /** Refuse. */
  FAIL,
  /** Answer with the one that is there. */
  USE_EXISTING
}
