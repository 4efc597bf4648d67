package io.github.temporalgateway.taskqueue;

/** Kinds of tasks that a Task Queue holds, each in a queue of its own. */
enum TaskKind {
  /** Workflow Tasks. */
  WORKFLOW,
  /** Activity Tasks. */
  ACTIVITY,
  /** Nexus Tasks. */
  NEXUS
}
