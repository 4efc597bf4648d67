package io.github.temporalgateway.workflow.command;

/** Points in a history that a reset can find by itself. */
public enum ResetPoint {
  /** After the first Workflow Task, so that all is done again. */
  FIRST_WORKFLOW_TASK,
  /** After the last Workflow Task that completed, so that only what came later is done again. */
  LAST_WORKFLOW_TASK,
  /** Where a Worker of the given build first touched the execution. */
  BUILD_ID
}
