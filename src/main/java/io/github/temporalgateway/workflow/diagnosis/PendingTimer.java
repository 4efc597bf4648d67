package io.github.temporalgateway.workflow.diagnosis;

import java.time.Instant;

/**
 * A timer that has not fired.
 *
 * @param timerId its id within the execution
 * @param firesAt when it is due
 */
record PendingTimer(String timerId, Instant firesAt) {}
