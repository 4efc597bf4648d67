package io.github.temporalgateway.schedule;

/** What a Schedule does when the execution before is still open. */
enum OverlapPolicy {
  /** Start nothing. */
  SKIP,
  /** Start one when the other has closed; forget further ones. */
  BUFFER_ONE,
  /** Start all, one after the other. */
  BUFFER_ALL,
  /** Request cancellation of the other, and start when it has closed. */
  CANCEL_OTHER,
  /** Terminate the other, and start. */
  TERMINATE_OTHER,
  /** Start beside the other. */
  ALLOW_ALL
}
