package io.github.temporalgateway.workflow.command;

/** What came after the point of a reset and is applied to the new run again. */
public enum ReappliedEvent {
  /** Signals. */
  SIGNAL,
  /** Updates. */
  UPDATE,
  /** Events of Nexus operations. */
  NEXUS,
  /** Requests to cancel. */
  CANCEL_REQUEST
}
