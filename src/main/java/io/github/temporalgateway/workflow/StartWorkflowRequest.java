package io.github.temporalgateway.workflow;

import io.github.temporalgateway.payload.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to start ({@code temporal.api.workflowservice.v1.StartWorkflowExecutionRequest}).
 *
 * @param workflowType name under which a Worker registered the Workflow
 * @param workflowId id of your own, at most 1000 bytes; a UUID when absent
 * @param taskQueue queue that a Worker with this Workflow polls
 * @param input one argument, any JSON value; null is one null argument
 * @param args any number of arguments, instead of input
 * @param executionTimeout limit of the whole execution, its retries and further runs included
 * @param runTimeout limit of a single run
 * @param taskTimeout limit of one Workflow Task, at most 120 s
 * @param startDelay time until the first Workflow Task is handed out
 * @param cronSchedule cron expression; a Schedule is usually better
 * @param idReusePolicy what to do when a closed execution has this id
 * @param idConflictPolicy what to do when an open execution has this id
 * @param retryPolicy whether and how the Workflow is retried when it fails
 * @param memo any JSON by name, shown when the execution is described; nulls are left out
 * @param searchAttributes values by registered name, for lists and counts
 * @param summary one line for people, shown in Temporal's UI
 * @param details longer text for people, shown in Temporal's UI
 * @param priority order of its tasks in the queue
 * @param versioningOverride which Worker Deployment Version runs it
 * @param headers header fields for the Workflow's interceptors
 * @param signal a Signal to send in the same step
 * @param update an Update to send in the same step, instead of a Signal
 */
public record StartWorkflowRequest(
    @NotBlank String workflowType,
    @Schema(minLength = 1, maxLength = 1000) @Nullable String workflowId,
    @Schema(minLength = 1, maxLength = 1000) @Nullable String taskQueue,
    @Nullable JsonValue input,
    @Nullable List<JsonValue> args,
    @Nullable Duration executionTimeout,
    @Nullable Duration runTimeout,
    @Nullable Duration taskTimeout,
    @Nullable Duration startDelay,
    @Nullable String cronSchedule,
    @Nullable IdReusePolicy idReusePolicy,
    @Nullable IdConflictPolicy idConflictPolicy,
    @Valid @Nullable RetryPolicy retryPolicy,
    @Nullable Map<String, JsonValue> memo,
    @Nullable Map<String, JsonValue> searchAttributes,
    @Nullable String summary,
    @Nullable String details,
    @Valid @Nullable Priority priority,
    @Valid @Nullable VersioningOverride versioningOverride,
    @Nullable Map<String, JsonValue> headers,
    @Valid @Nullable StartSignal signal,
    @Valid @Nullable StartUpdate update) {}
