package io.github.temporalgateway.taskqueue;

import org.jspecify.annotations.Nullable;

/**
 * A version of a Worker Deployment.
 *
 * @param deploymentName name of the deployment
 * @param buildId build within it; absent for Workers without a version
 */
public record WorkerVersion(@Nullable String deploymentName, @Nullable String buildId) {}
