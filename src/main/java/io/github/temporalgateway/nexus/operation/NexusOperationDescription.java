package io.github.temporalgateway.nexus.operation;

import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.payload.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Nexus Operation.
 *
 * @param namespace its Namespace
 * @param operationId its id
 * @param runId its run
 * @param endpoint name of the Nexus Endpoint
 * @param service name of the service behind it
 * @param operation name of the operation
 * @param status {@code RUNNING}, {@code COMPLETED}, {@code FAILED}, {@code CANCELED}, {@code
 *     TERMINATED} or {@code TIMED_OUT}
 * @param state where it is while it runs: {@code SCHEDULED}, {@code BACKING_OFF}, {@code STARTED},
 *     {@code BLOCKED}
 * @param attempt number of the present attempt to start it, from 1
 * @param scheduleTime when it was started
 * @param closeTime when it ended
 * @param expirationTime when it times out
 * @param nextAttemptTime when the next attempt is due
 * @param lastFailure why the attempt before failed
 * @param blockedReason why it is blocked
 * @param cancelRequested whether it was asked to end
 * @param scheduleToCloseTimeout limit of the whole operation, its retries included
 * @param input what it was given
 * @param result what it returned
 * @param failure why it did not succeed
 * @param searchAttributes values by name
 * @param headers header fields for the handler
 * @param summary one line for people
 * @param details longer text for people
 * @param links where to go on
 */
record NexusOperationDescription(
    String namespace,
    String operationId,
    String runId,
    String endpoint,
    String service,
    String operation,
    @Nullable String status,
    @Nullable String state,
    int attempt,
    @Nullable Instant scheduleTime,
    @Nullable Instant closeTime,
    @Nullable Instant expirationTime,
    @Nullable Instant nextAttemptTime,
    @Nullable Failure lastFailure,
    @Nullable String blockedReason,
    boolean cancelRequested,
    @Nullable Duration scheduleToCloseTimeout,
    @Nullable JsonValue input,
    @Nullable JsonValue result,
    @Nullable Failure failure,
    Map<String, JsonValue> searchAttributes,
    Map<String, String> headers,
    @Nullable JsonValue summary,
    @Nullable JsonValue details,
    NexusOperationLinks links) {}
