package io.github.temporalgateway.workflow.command;

import io.github.temporalgateway.workflow.Priority;
import io.github.temporalgateway.workflow.VersioningOverride;
import jakarta.validation.Valid;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which options to change; what is left out stays as it is.
 *
 * @param versioningOverride which Worker Deployment Version runs the execution
 * @param priority order of its tasks in the queue
 * @param unset options to take back
 */
public record OptionsRequest(
    @Valid @Nullable VersioningOverride versioningOverride,
    @Valid @Nullable Priority priority,
    @Nullable Set<ExecutionOption> unset) {}
