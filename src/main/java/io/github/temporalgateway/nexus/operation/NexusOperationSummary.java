package io.github.temporalgateway.nexus.operation;

import io.github.temporalgateway.payload.JsonValue;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Nexus Operation in a list.
 *
 * @param namespace its Namespace
 * @param operationId its id
 * @param runId its run
 * @param endpoint name of the Nexus Endpoint
 * @param service name of the service behind it
 * @param operation name of the operation
 * @param status {@code RUNNING}, {@code COMPLETED}, {@code FAILED}, {@code CANCELED}, {@code
 *     TERMINATED} or {@code TIMED_OUT}
 * @param scheduleTime when it was started
 * @param closeTime when it ended
 * @param searchAttributes values by name
 * @param links where to go on
 */
record NexusOperationSummary(
    String namespace,
    String operationId,
    String runId,
    String endpoint,
    String service,
    String operation,
    @Nullable String status,
    @Nullable Instant scheduleTime,
    @Nullable Instant closeTime,
    Map<String, JsonValue> searchAttributes,
    NexusOperationLinks links) {}
