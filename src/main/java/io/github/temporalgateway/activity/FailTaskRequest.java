package io.github.temporalgateway.activity;

import io.github.temporalgateway.payload.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * That an attempt of an Activity has failed.
 *
 * @param taskToken the Task Token of the attempt, in base64 or base64url
 * @param failure why
 * @param lastHeartbeatDetails how far it came, any JSON value, for the next attempt; what the last
 *     heartbeat said when absent
 */
record FailTaskRequest(
    @NotNull String taskToken,
    @Valid @NotNull ReportedFailure failure,
    @Nullable JsonValue lastHeartbeatDetails) {}
