package io.github.temporalgateway.workflow;

import io.github.temporalgateway.payload.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is called when an execution closes ({@code temporal.api.workflow.v1.CallbackInfo}).
 *
 * @param url where the call goes; absent for callbacks inside Temporal
 * @param state such as {@code STANDBY} or {@code SUCCEEDED}
 * @param attempt number of calls so far
 * @param lastFailure why the last call failed
 * @param nextAttemptTime when the next call is due
 */
public record CompletionCallback(
    @Nullable String url,
    @Nullable String state,
    int attempt,
    @Nullable Failure lastFailure,
    @Nullable Instant nextAttemptTime) {}
