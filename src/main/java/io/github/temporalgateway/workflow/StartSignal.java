package io.github.temporalgateway.workflow;

import io.github.temporalgateway.payload.JsonValue;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Signal that is sent with the start, in one step: to the execution that is open already, else to
 * the new one.
 *
 * @param name name of the Signal
 * @param input one argument, any JSON value; null is one null argument
 * @param args any number of arguments, instead of input
 */
public record StartSignal(
    @NotBlank String name, @Nullable JsonValue input, @Nullable List<JsonValue> args) {}
