package io.github.temporalgateway.taskqueue.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a Worker Deployment in a list.
 *
 * @param buildId its Build Id
 * @param status {@code CREATED}, {@code INACTIVE}, {@code CURRENT}, {@code RAMPING}, {@code
 *     DRAINING} or {@code DRAINED}
 * @param createTime when it was created
 * @param drainage whether executions are still pinned to it
 * @param currentSince since when it is the current one
 * @param rampingSince since when it is the ramping one
 * @param lastDeactivationTime when it last stopped to be one of these
 * @param link its description
 */
record VersionSummary(
    String buildId,
    @Nullable String status,
    @Nullable Instant createTime,
    @Nullable VersionDrainage drainage,
    @Nullable Instant currentSince,
    @Nullable Instant rampingSince,
    @Nullable Instant lastDeactivationTime,
    String link) {}
