package io.github.temporalgateway.activity.standalone;

import io.github.temporalgateway.kernel.ActivityRef;

/**
 * What a start has led to.
 *
 * @param ref the Activity, at its run
 * @param status its status, such as {@code RUNNING}
 * @param started whether this start made it
 * @param replayed whether an earlier start with the same Idempotency-Key made it
 */
record StartedActivity(ActivityRef ref, String status, boolean started, boolean replayed) {}
