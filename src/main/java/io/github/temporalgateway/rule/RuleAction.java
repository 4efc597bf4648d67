package io.github.temporalgateway.rule;

/** What a Workflow Rule does. */
enum RuleAction {
  /** Pauses the Activity that is about to start. */
  PAUSE_ACTIVITY
}
