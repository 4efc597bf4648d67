package io.github.temporalgateway.workflow.diagnosis;

/** Why an execution does not advance, the most pressing reason first. */
enum Verdict {
  /** It has closed. */
  CLOSED,
  /** It is paused. */
  PAUSED,
  /** Its Workflow Task cannot be done, because nobody polls the Task Queue. */
  NO_WORKFLOW_WORKER,
  /** The Workflow's code, or the Worker, fails again and again. */
  WORKFLOW_TASK_FAILING,
  /** An Activity is paused. */
  ACTIVITY_PAUSED,
  /** An Activity cannot be done, because nobody polls its Task Queue. */
  NO_ACTIVITY_WORKER,
  /** An Activity has failed and will be tried again. */
  ACTIVITY_RETRYING,
  /** A Worker has the Workflow Task, or is about to take it. */
  WORKFLOW_TASK_PENDING,
  /** A Worker works on an Activity. */
  ACTIVITY_RUNNING,
  /** It waits for a Child Workflow. */
  WAITING_FOR_CHILD,
  /** It waits for a timer or its start delay. */
  WAITING_FOR_TIMER,
  /** Nothing is pending: it waits for a Signal or an Update. */
  WAITING_FOR_MESSAGE
}
