package io.github.temporalgateway.schedule;

import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how often a Schedule acts.
 *
 * @param paused whether it waits until it is unpaused
 * @param note for people, such as why it is paused
 * @param remainingActions how often it acts yet; without limit when absent
 */
record ScheduleState(
    @Nullable Boolean paused,
    @Nullable String note,
    @PositiveOrZero @Nullable Long remainingActions) {}
