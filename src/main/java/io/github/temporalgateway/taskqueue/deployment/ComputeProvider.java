package io.github.temporalgateway.taskqueue.deployment;

import io.github.temporalgateway.payload.JsonValue;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * What runs the Workers of a scaling group.
 *
 * @param type one of the types that the Temporal Service knows, such as {@code aws-lambda}
 * @param details any JSON that the type asks for
 * @param nexusEndpoint Nexus Endpoint of a provider of your own
 */
record ComputeProvider(
    @NotBlank String type, @Nullable JsonValue details, @Nullable String nexusEndpoint) {}
