package io.github.temporalgateway.taskqueue.deployment;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

/**
 * Which Worker Deployment to create.
 *
 * @param deploymentName its name, without {@code .} and {@code :}
 */
record CreateDeploymentRequest(
    @Schema(pattern = "^[^.:]+$", maxLength = 1000) @NotBlank String deploymentName) {}
