package io.github.temporalgateway.workflow;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * Which Worker Deployment Version runs an execution, whatever the deployment's routing says;
 * exactly one member is set ({@code temporal.api.workflow.v1.VersioningOverride}).
 *
 * @param pinned always this version
 * @param autoUpgrade true for always the current version of the deployment
 */
public record VersioningOverride(
    @Valid @Nullable DeploymentVersion pinned, @Nullable Boolean autoUpgrade) {}
