package io.github.temporalgateway.workflow;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how a failed Workflow or Activity is tried again ({@code
 * temporal.api.common.v1.RetryPolicy}).
 *
 * @param initialInterval pause before the first retry
 * @param backoffCoefficient factor from one pause to the next, 1 to 1,000,000
 * @param maximumInterval longest pause
 * @param maximumAttempts how often at most, the first included; 0 is without limit
 * @param nonRetryableErrorTypes failure types that are not retried
 */
public record RetryPolicy(
    @Nullable Duration initialInterval,
    @DecimalMin("1.0") @DecimalMax("1000000") @Nullable Double backoffCoefficient,
    @Nullable Duration maximumInterval,
    @PositiveOrZero @Nullable Integer maximumAttempts,
    @Nullable List<@NotNull String> nonRetryableErrorTypes) {}
