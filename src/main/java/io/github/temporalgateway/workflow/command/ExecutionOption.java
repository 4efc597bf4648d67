package io.github.temporalgateway.workflow.command;

/** Options of an execution that can be taken back. */
public enum ExecutionOption {
  /** Which Worker Deployment Version runs it. */
  VERSIONING_OVERRIDE,
  /** Order of its tasks in the queue. */
  PRIORITY
}
