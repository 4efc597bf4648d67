package io.github.temporalgateway.activity;

import io.github.temporalgateway.payload.JsonValue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * That an attempt of an Activity has succeeded.
 *
 * @param taskToken the Task Token of the attempt, in base64 or base64url
 * @param result what it returns, any JSON value; nothing when absent
 */
record CompleteTaskRequest(@NotNull String taskToken, @Nullable JsonValue result) {}
