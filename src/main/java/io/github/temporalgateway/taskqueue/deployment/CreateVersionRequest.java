package io.github.temporalgateway.taskqueue.deployment;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a Worker Deployment to create.
 *
 * @param buildId its Build Id
 * @param scalingGroups how Temporal is to start its Workers, by a name of yours for each group
 */
record CreateVersionRequest(
    @Schema(maxLength = 1000) @NotBlank String buildId,
    @Nullable Map<String, @Valid @NotNull ScalingGroup> scalingGroups) {}
