package io.github.temporalgateway.schedule;

import org.jspecify.annotations.Nullable;

/**
 * How to trigger a Schedule; may be left out, the body too.
 *
 * @param overlap what to do when an execution is still open; the Schedule's own policy when absent
 */
record TriggerScheduleRequest(@Nullable OverlapPolicy overlap) {}
