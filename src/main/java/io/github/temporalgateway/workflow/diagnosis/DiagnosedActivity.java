package io.github.temporalgateway.workflow.diagnosis;

import io.github.temporalgateway.workflow.PendingActivity;
import org.jspecify.annotations.Nullable;

/**
 * An Activity that has not closed.
 *
 * @param activity what Temporal knows of it
 * @param taskQueue its Task Queue; absent for those beyond the first 20 Task Queues
 */
record DiagnosedActivity(PendingActivity activity, @Nullable DiagnosedQueue taskQueue) {}
