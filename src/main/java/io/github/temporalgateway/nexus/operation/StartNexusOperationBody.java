package io.github.temporalgateway.nexus.operation;

import io.github.temporalgateway.payload.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which Nexus Operation to start.
 *
 * @param endpoint name of the Nexus Endpoint
 * @param service name of the service behind it
 * @param operation name of the operation
 * @param operationId id of your own; a UUID when absent
 * @param input any JSON value
 * @param scheduleToCloseTimeout limit of the whole operation, its retries included
 * @param scheduleToStartTimeout limit of the time until its handler starts it
 * @param startToCloseTimeout limit of the time from then on
 * @param idReusePolicy what to do when a closed operation has this id
 * @param idConflictPolicy what to do when an open operation has this id
 * @param searchAttributes values by registered name, for lists and counts
 * @param headers header fields for the handler
 * @param summary one line for people, shown in Temporal's UI
 * @param details longer text for people, shown in Temporal's UI
 */
record StartNexusOperationBody(
    @NotBlank String endpoint,
    @NotBlank String service,
    @NotBlank String operation,
    @Schema(minLength = 1, maxLength = 1000) @Nullable String operationId,
    @Nullable JsonValue input,
    @Nullable Duration scheduleToCloseTimeout,
    @Nullable Duration scheduleToStartTimeout,
    @Nullable Duration startToCloseTimeout,
    @Nullable NexusIdReusePolicy idReusePolicy,
    @Nullable NexusIdConflictPolicy idConflictPolicy,
    @Nullable Map<String, JsonValue> searchAttributes,
    @Nullable Map<String, @NotNull String> headers,
    @Nullable String summary,
    @Nullable String details) {}
