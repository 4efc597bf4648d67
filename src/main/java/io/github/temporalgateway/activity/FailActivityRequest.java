package io.github.temporalgateway.activity;

import io.github.temporalgateway.payload.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * That the present attempt of an Activity has failed.
 *
 * @param failure why
 * @param lastHeartbeatDetails how far it came, any JSON value, for the next attempt; what the last
 *     heartbeat said when absent
 */
record FailActivityRequest(
    @Valid @NotNull ReportedFailure failure, @Nullable JsonValue lastHeartbeatDetails) {}
