package io.github.temporalgateway.taskqueue.deployment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How Temporal is to start the Workers of a version; groups that are left out stay as they are.
 *
 * @param scalingGroups groups to set, by name
 * @param unset names of groups to remove
 */
record ScalingRequest(
    @Nullable Map<String, @Valid @NotNull ScalingGroup> scalingGroups,
    @Nullable List<@NotBlank String> unset) {}
