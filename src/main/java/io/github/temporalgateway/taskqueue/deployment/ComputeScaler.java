package io.github.temporalgateway.taskqueue.deployment;

import io.github.temporalgateway.payload.JsonValue;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * What decides how many Workers a scaling group has.
 *
 * @param type one of the types that the Temporal Service knows
 * @param details any JSON that the type asks for
 */
record ComputeScaler(@NotBlank String type, @Nullable JsonValue details) {}
