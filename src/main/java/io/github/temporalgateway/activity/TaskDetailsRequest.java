package io.github.temporalgateway.activity;

import io.github.temporalgateway.payload.JsonValue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Which attempt of an Activity reports something, and what.
 *
 * @param taskToken the Task Token of the attempt, in base64 or base64url
 * @param details any JSON value: how far it has come; nothing when absent
 */
record TaskDetailsRequest(@NotNull String taskToken, @Nullable JsonValue details) {}
