package io.github.temporalgateway.activity.standalone;

import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.workflow.IdReusePolicy;
import io.github.temporalgateway.workflow.Priority;
import io.github.temporalgateway.workflow.RetryPolicy;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which Activity to start ({@code temporal.api.workflowservice.v1.StartActivityExecutionRequest}).
 * Temporal wants a startToCloseTimeout or a scheduleToCloseTimeout.
 *
 * @param activityType name under which a Worker registered the Activity
 * @param activityId id of your own, at most 1000 bytes; a UUID when absent
 * @param taskQueue queue that a Worker with this Activity polls
 * @param input one argument, any JSON value; null is one null argument
 * @param args any number of arguments, instead of input
 * @param scheduleToCloseTimeout limit of all attempts together
 * @param scheduleToStartTimeout longest time in the queue
 * @param startToCloseTimeout limit of each attempt
 * @param heartbeatTimeout longest time between two heartbeats
 * @param startDelay time until the first attempt is handed out
 * @param retryPolicy how it is tried again
 * @param idReusePolicy what to do when a closed Activity has this id
 * @param idConflictPolicy what to do when an open Activity has this id
 * @param searchAttributes values by registered name, for lists and counts
 * @param summary one line for people, shown in Temporal's UI
 * @param details longer text for people, shown in Temporal's UI
 * @param priority order of its tasks in the queue
 * @param headers header fields for the Worker's interceptors
 */
record StartActivityRequest(
    @NotBlank String activityType,
    @Schema(minLength = 1, maxLength = 1000) @Nullable String activityId,
    @NotBlank String taskQueue,
    @Nullable JsonValue input,
    @Nullable List<JsonValue> args,
    @Nullable Duration scheduleToCloseTimeout,
    @Nullable Duration scheduleToStartTimeout,
    @Nullable Duration startToCloseTimeout,
    @Nullable Duration heartbeatTimeout,
    @Nullable Duration startDelay,
    @Valid @Nullable RetryPolicy retryPolicy,
    @Nullable IdReusePolicy idReusePolicy,
    @Nullable ActivityConflictPolicy idConflictPolicy,
    @Nullable Map<String, JsonValue> searchAttributes,
    @Nullable String summary,
    @Nullable String details,
    @Valid @Nullable Priority priority,
    @Nullable Map<String, JsonValue> headers) {}
