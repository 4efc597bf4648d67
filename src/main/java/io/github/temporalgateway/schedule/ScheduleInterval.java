package io.github.temporalgateway.schedule;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Times at a fixed distance, counted from 1970-01-01T00:00:00Z, in whole seconds.
 *
 * @param every the distance, 1 s at least
 * @param offset how much later each time is; shorter than the distance
 */
record ScheduleInterval(@NotNull Duration every, @Nullable Duration offset) {}
