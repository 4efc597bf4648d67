package io.github.temporalgateway.connection.service;

/** What readiness depends on. */
enum ReadinessMode {
  /** Every connection has answered once. */
  LATCHED,
  /** Every connection works now. */
  STRICT,
  /** Nothing. */
  OFF
}
