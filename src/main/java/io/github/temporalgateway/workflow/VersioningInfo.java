package io.github.temporalgateway.workflow;

import org.jspecify.annotations.Nullable;

/**
 * How Worker Versioning treats an execution.
 *
 * @param behavior {@code PINNED} or {@code AUTO_UPGRADE}
 * @param version the version that last completed a Workflow Task
 * @param override what was set for this execution alone
 */
public record VersioningInfo(
    @Nullable String behavior,
    @Nullable DeploymentVersion version,
    @Nullable VersioningOverride override) {}
