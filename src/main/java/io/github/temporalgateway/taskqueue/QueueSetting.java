package io.github.temporalgateway.taskqueue;

/** Limits of a Task Queue that can be taken back. */
enum QueueSetting {
  /** Most tasks a second of the whole queue. */
  QUEUE_RATE_LIMIT,
  /** Most tasks a second of a fairness key of weight 1. */
  FAIRNESS_KEY_RATE_LIMIT
}
