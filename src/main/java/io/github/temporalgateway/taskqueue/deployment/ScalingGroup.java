package io.github.temporalgateway.taskqueue.deployment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How Temporal starts Workers of a version by itself ({@code
 * temporal.api.compute.v1.ComputeConfigScalingGroup}).
 *
 * @param kinds which tasks the group is for: {@code WORKFLOW}, {@code ACTIVITY}, {@code NEXUS}; all
 *     when absent
 * @param provider what runs the Workers
 * @param scaler what decides how many there are
 */
record ScalingGroup(
    @Nullable Set<@NotNull String> kinds,
    @Valid @Nullable ComputeProvider provider,
    @Valid @Nullable ComputeScaler scaler) {}
