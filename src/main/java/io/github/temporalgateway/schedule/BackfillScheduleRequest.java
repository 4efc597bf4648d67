package io.github.temporalgateway.schedule;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span of time to act for, as if it passed by right now.
 *
 * @param startTime its begin
 * @param endTime its end, included
 * @param overlap what to do when an execution is still open, such as {@code ALLOW_ALL} or {@code
 *     BUFFER_ALL}; the Schedule's own policy when absent
 */
record BackfillScheduleRequest(
    @NotNull Instant startTime, @NotNull Instant endTime, @Nullable OverlapPolicy overlap) {}
