package io.github.temporalgateway.taskqueue.deployment;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which version is to get what is not pinned to one.
 *
 * @param buildId Build Id of the version; Workers without a version when absent
 * @param ignoreMissingTaskQueues true to go on although the version does not poll all Task Queues
 *     that the current one polls
 * @param allowNoPollers true to go on although no Worker of the version has polled yet
 */
record CurrentVersionRequest(
    @Schema(minLength = 1, maxLength = 1000) @Nullable String buildId,
    @Nullable Boolean ignoreMissingTaskQueues,
    @Nullable Boolean allowNoPollers) {}
