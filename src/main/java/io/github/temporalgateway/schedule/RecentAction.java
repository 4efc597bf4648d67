package io.github.temporalgateway.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a Schedule has done.
 *
 * @param scheduleTime for which time, its jitter included
 * @param actualTime when it really was
 * @param workflowId the execution that was started
 * @param runId the first run of it
 * @param status status of the execution as far as the Schedule knows, such as {@code RUNNING}
 */
record RecentAction(
    @Nullable Instant scheduleTime,
    @Nullable Instant actualTime,
    @Nullable String workflowId,
    @Nullable String runId,
    @Nullable String status) {}
