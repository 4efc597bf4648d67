package io.github.temporalgateway.taskqueue.deployment;

import io.github.temporalgateway.taskqueue.WorkerVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of a Worker Deployment get what is not pinned to one.
 *
 * @param current gets all of it but the share of the ramping version; absent for Workers without a
 *     version
 * @param ramping gets a share; absent for none, or for Workers without a version when the share is
 *     not 0
 * @param rampingPercentage how large the share is
 * @param currentChangeTime when the current version last changed
 * @param rampingChangeTime when the ramping version last changed
 * @param percentageChangeTime when the share last changed
 */
record DeploymentRouting(
    @Nullable WorkerVersion current,
    @Nullable WorkerVersion ramping,
    float rampingPercentage,
    @Nullable Instant currentChangeTime,
    @Nullable Instant rampingChangeTime,
    @Nullable Instant percentageChangeTime) {}
