package io.github.temporalgateway.workflow.command;

import io.github.temporalgateway.workflow.Priority;
import io.github.temporalgateway.workflow.VersioningOverride;
import org.jspecify.annotations.Nullable;

/**
 * The options of an execution that are now in force.
 *
 * @param versioningOverride which Worker Deployment Version runs it
 * @param priority order of its tasks in the queue
 */
record ExecutionOptions(
    @Nullable VersioningOverride versioningOverride, @Nullable Priority priority) {}
