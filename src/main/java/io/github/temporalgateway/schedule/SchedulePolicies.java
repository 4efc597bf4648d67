package io.github.temporalgateway.schedule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a Schedule does in special cases.
 *
 * @param overlap what to do when the execution before is still open; {@code SKIP} when absent
 * @param catchupWindow how late to make up for actions that were missed while Temporal was away, 10
 *     s at least; a year when absent
 * @param pauseOnFailure whether to pause when an execution fails or times out
 * @param keepOriginalWorkflowId whether to give executions the action's Workflow Id as it is,
 *     without the time at its end
 */
record SchedulePolicies(
    @Nullable OverlapPolicy overlap,
    @Nullable Duration catchupWindow,
    @Nullable Boolean pauseOnFailure,
    @Nullable Boolean keepOriginalWorkflowId) {}
