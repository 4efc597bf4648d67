package io.github.temporalgateway.activity.standalone;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.workflow.Priority;
import io.github.temporalgateway.workflow.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stand-alone Activity as it is now ({@code temporal.api.activity.v1.ActivityExecutionInfo}).
 *
 * @param namespace its Namespace
 * @param activityId its Activity Id
 * @param runId the run
 * @param activityType its Activity Type
 * @param taskQueue its Task Queue
 * @param status such as {@code RUNNING}; more may come in later versions of Temporal
 * @param runState while it is open: {@code SCHEDULED}, {@code STARTED}, {@code CANCEL_REQUESTED} …
 * @param attempt number of the present attempt, from 1
 * @param scheduleTime when it was started by a caller
 * @param executionTime when its first attempt was due: later than scheduleTime by a start delay
 * @param lastStartedTime when a Worker last started it
 * @param lastHeartbeatTime when it last sent a heartbeat
 * @param heartbeatDetails what the heartbeat said
 * @param nextAttemptTime when the next attempt is due
 * @param expirationTime when it times out for good
 * @param closeTime when it closed
 * @param executionDuration from the first attempt to the close
 * @param scheduleToCloseTimeout limit of all attempts together
 * @param scheduleToStartTimeout longest time in the queue
 * @param startToCloseTimeout limit of each attempt
 * @param heartbeatTimeout longest time between two heartbeats
 * @param retryPolicy how it is tried again
 * @param priority order of its tasks in the queue
 * @param searchAttributes values by name
 * @param summary one line for people
 * @param details longer text for people
 * @param canceledReason why somebody asked it to cancel
 * @param lastFailure why the attempt before failed
 * @param lastWorkerIdentity Worker that last had it
 * @param links where to go on
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ActivityDescription(
    String namespace,
    String activityId,
    String runId,
    String activityType,
    String taskQueue,
    String status,
    @Nullable String runState,
    int attempt,
    @Nullable Instant scheduleTime,
    @Nullable Instant executionTime,
    @Nullable Instant lastStartedTime,
    @Nullable Instant lastHeartbeatTime,
    @Nullable List<JsonValue> heartbeatDetails,
    @Nullable Instant nextAttemptTime,
    @Nullable Instant expirationTime,
    @Nullable Instant closeTime,
    @Nullable Duration executionDuration,
    @Nullable Duration scheduleToCloseTimeout,
    @Nullable Duration scheduleToStartTimeout,
    @Nullable Duration startToCloseTimeout,
    @Nullable Duration heartbeatTimeout,
    @Nullable RetryPolicy retryPolicy,
    @Nullable Priority priority,
    @Nullable Map<String, JsonValue> searchAttributes,
    @Nullable JsonValue summary,
    @Nullable JsonValue details,
    @Nullable String canceledReason,
    @Nullable Failure lastFailure,
    @Nullable String lastWorkerIdentity,
    ActivityLinks links) {}
