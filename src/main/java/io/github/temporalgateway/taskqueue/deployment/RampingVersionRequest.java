package io.github.temporalgateway.taskqueue.deployment;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Which version is to get a share of what is not pinned to one.
 *
 * @param buildId Build Id of the version; Workers without a version when absent
 * @param percentage the share, 0 to 100; 0 without a Build Id ends the ramp
 * @param ignoreMissingTaskQueues true to go on although the version does not poll all Task Queues
 *     that the current one polls
 * @param allowNoPollers true to go on although no Worker of the version has polled yet
 */
record RampingVersionRequest(
    @Schema(minLength = 1, maxLength = 1000) @Nullable String buildId,
    @NotNull @DecimalMin("0") @DecimalMax("100") Float percentage,
    @Nullable Boolean ignoreMissingTaskQueues,
    @Nullable Boolean allowNoPollers) {}
