package io.github.temporalgateway.workflow;

import io.github.temporalgateway.payload.JsonValue;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Update that is sent with the start, in one step: to the execution that is open already, else
 * to the new one. The answer is that of the Update.
 *
 * @param name name of the Update
 * @param updateId id of your own: sent again, it does not update twice; else the Idempotency-Key,
 *     else a UUID
 * @param input one argument, any JSON value; null is one null argument
 * @param args any number of arguments, instead of input
 */
public record StartUpdate(
    @NotBlank String name,
    @Nullable String updateId,
    @Nullable JsonValue input,
    @Nullable List<JsonValue> args) {}
