package io.github.temporalgateway.taskqueue.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether executions are still pinned to a version.
 *
 * @param status {@code DRAINING} while there are, {@code DRAINED} when there are none
 * @param changeTime when this last changed
 * @param checkTime when Temporal last looked
 */
record VersionDrainage(
    @Nullable String status, @Nullable Instant changeTime, @Nullable Instant checkTime) {}
