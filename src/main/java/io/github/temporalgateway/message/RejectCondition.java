package io.github.temporalgateway.message;

/** In which status of the execution a Query is to be rejected. */
enum RejectCondition {
  /** Never. */
  NONE,
  /** When it has closed. */
  NOT_OPEN,
  /** When it has closed other than completed. */
  NOT_COMPLETED_CLEANLY
}
