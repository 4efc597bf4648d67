package io.github.temporalgateway.activity;

/** How grave a failure is. */
enum FailureCategory {
  /** Expected in normal operation: nobody needs to be alarmed. */
  BENIGN
}
