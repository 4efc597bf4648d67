package io.github.temporalgateway.taskqueue.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A Worker Deployment in a list.
 *
 * @param deploymentName its name
 * @param createTime when it was created
 * @param routing which of its versions get tasks
 * @param latestVersion the version that was created last
 * @param currentVersion the current version
 * @param rampingVersion the ramping version
 * @param link its description
 */
record DeploymentSummary(
    String deploymentName,
    @Nullable Instant createTime,
    DeploymentRouting routing,
    @Nullable VersionSummary latestVersion,
    @Nullable VersionSummary currentVersion,
    @Nullable VersionSummary rampingVersion,
    String link) {}
