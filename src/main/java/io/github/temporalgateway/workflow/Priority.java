package io.github.temporalgateway.workflow;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Order of tasks in a Task Queue ({@code temporal.api.common.v1.Priority}).
 *
 * @param priorityKey from 1, the most urgent, on; 0 is the default
 * @param fairnessKey tasks of the same key share the queue's capacity
 * @param fairnessWeight weight of the key, 0.001 to 1000
 */
public record Priority(
    @PositiveOrZero @Nullable Integer priorityKey,
    @Size(max = 64) @Nullable String fairnessKey,
    @DecimalMin("0.001") @DecimalMax("1000") @Nullable Float fairnessWeight) {}
