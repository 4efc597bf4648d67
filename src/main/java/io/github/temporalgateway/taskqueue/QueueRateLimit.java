package io.github.temporalgateway.taskqueue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A limit that was set, or taken back.
 *
 * @param requestsPerSecond the limit; absent when it was taken back
 * @param reason why, in the words of who set it
 * @param updatedBy who set it
 * @param updateTime when
 */
record QueueRateLimit(
    @Nullable Float requestsPerSecond,
    @Nullable String reason,
    @Nullable String updatedBy,
    @Nullable Instant updateTime) {}
