package io.github.temporalgateway.workflow;

import jakarta.validation.constraints.NotBlank;

/**
 * One version of a Worker Deployment.
 *
 * @param deploymentName name of the deployment
 * @param buildId build within it
 */
public record DeploymentVersion(@NotBlank String deploymentName, @NotBlank String buildId) {}
