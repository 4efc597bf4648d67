package io.github.temporalgateway.activity;

import io.github.temporalgateway.payload.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an Activity has failed, for the Workflow ({@code
 * temporal.api.failure.v1.ApplicationFailureInfo}).
 *
 * @param message in words
 * @param type your name for the kind of failure, by which a retry policy and the Workflow tell it
 * @param nonRetryable whether to try no more, whatever the retry policy says
 * @param details any JSON values, for the Workflow
 * @param nextRetryDelay pause before the next attempt, instead of the retry policy's
 * @param category that it is no error to alarm anybody with
 * @param cause the failure beneath; at most 20 in all
 */
record ReportedFailure(
    @NotNull String message,
    @Nullable String type,
    @Nullable Boolean nonRetryable,
    @Nullable List<JsonValue> details,
    @Nullable Duration nextRetryDelay,
    @Nullable FailureCategory category,
    @Valid @Nullable ReportedFailure cause) {}
