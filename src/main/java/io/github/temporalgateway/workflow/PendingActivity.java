package io.github.temporalgateway.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.payload.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Activity that has not closed ({@code temporal.api.workflow.v1.PendingActivityInfo}).
 *
 * @param activityId its Activity Id
 * @param activityType its Activity Type
 * @param state {@code SCHEDULED}, {@code STARTED}, {@code CANCEL_REQUESTED}, {@code PAUSED} …
 * @param attempt number of the present attempt, from 1
 * @param maximumAttempts how often at most; 0 is without limit
 * @param scheduledTime when the attempt was scheduled
 * @param lastStartedTime when a Worker last started it
 * @param lastHeartbeatTime when it last sent a heartbeat
 * @param heartbeatDetails what the heartbeat said
 * @param nextAttemptTime when the next attempt is due
 * @param expirationTime when it times out for good
 * @param lastFailure why the attempt before failed
 * @param lastWorkerIdentity Worker that last had it
 * @param paused whether it is paused
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PendingActivity(
    String activityId,
    String activityType,
    @Nullable String state,
    int attempt,
    int maximumAttempts,
    @Nullable Instant scheduledTime,
    @Nullable Instant lastStartedTime,
    @Nullable Instant lastHeartbeatTime,
    @Nullable List<JsonValue> heartbeatDetails,
    @Nullable Instant nextAttemptTime,
    @Nullable Instant expirationTime,
    @Nullable Failure lastFailure,
    @Nullable String lastWorkerIdentity,
    boolean paused) {}
