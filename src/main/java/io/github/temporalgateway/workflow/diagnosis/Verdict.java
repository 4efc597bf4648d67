package io.github.temporalgateway.workflow.diagnosis;

/** Why an execution does not advance; of several reasons the first in this order weighs most. */
enum Verdict {
  /** It has ended. */
  CLOSED,
  /** Somebody paused it. */
  PAUSED,
  /** Its first Workflow Task is not due yet. */
  START_DELAYED,
  /** Nobody polls its Task Queue. */
  NO_WORKFLOW_WORKER,
  /** The Workflow's code fails. */
  WORKFLOW_TASK_FAILING,
  /** A Worker has to take or to finish the Workflow Task. */
  WORKFLOW_TASK_PENDING,
  /** Somebody paused an Activity. */
  ACTIVITY_PAUSED,
  /** Nobody polls the Task Queue of an Activity. */
  NO_ACTIVITY_WORKER,
  /** An Activity failed and is tried again. */
  ACTIVITY_RETRYING,
  /** A Worker has to take an Activity. */
  ACTIVITY_PENDING,
  /** A Worker or somebody outside works on an Activity. */
  ACTIVITY_RUNNING,
  /** A Child Workflow is open. */
  WAITING_FOR_CHILD,
  /** A Nexus Operation is open. */
  WAITING_FOR_NEXUS_OPERATION,
  /** A timer has not fired. */
  WAITING_FOR_TIMER,
  /** Nothing is under way, so only a message can move it. */
  WAITING_FOR_MESSAGE
}
