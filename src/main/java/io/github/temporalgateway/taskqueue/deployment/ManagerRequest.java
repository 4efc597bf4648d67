package io.github.temporalgateway.taskqueue.deployment;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who alone may change a Worker Deployment.
 *
 * @param manager identity of a client of Temporal; everybody when both are absent
 * @param self true for the gateway itself, under its own identity
 */
record ManagerRequest(
    @Size(min = 1, max = 1000) @Nullable String manager, @Nullable Boolean self) {}
