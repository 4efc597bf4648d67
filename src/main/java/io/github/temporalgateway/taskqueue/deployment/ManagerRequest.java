package io.github.temporalgateway.taskqueue.deployment;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who alone may change a Worker Deployment.
 *
 * @param manager identity of a client of Temporal; everybody when both are absent
 * @param self true for the gateway itself, under its own identity
 */
record ManagerRequest(
    @Schema(minLength = 1, maxLength = 1000) @Nullable String manager, @Nullable Boolean self) {}
