package io.github.temporalgateway.schedule;

import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.workflow.Priority;
import io.github.temporalgateway.workflow.RetryPolicy;
import io.github.temporalgateway.workflow.StartWorkflowRequest;
import io.github.temporalgateway.workflow.VersioningOverride;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Schedule starts: the body of {@code POST /workflows} without what a Schedule decides
 * itself.
 *
 * @param workflowType name under which a Worker registered the Workflow
 * @param workflowId what the ids of its executions begin with, the time follows; the Schedule Id
 *     when absent
 * @param taskQueue queue that a Worker with this Workflow polls
 * @param input one argument, any JSON value; null is one null argument. It is shown in args.
 * @param args any number of arguments, instead of input
 * @param executionTimeout limit of the whole execution, its retries and further runs included
 * @param runTimeout limit of a single run
 * @param taskTimeout limit of one Workflow Task, at most 120 s
 * @param retryPolicy whether and how the Workflow is retried when it fails
 * @param memo any JSON by name, shown when the execution is described
 * @param searchAttributes values by registered name, for lists and counts of executions
 * @param summary one line for people, shown in Temporal's UI
 * @param details longer text for people, shown in Temporal's UI
 * @param priority order of its tasks in the queue
 * @param versioningOverride which Worker Deployment Version runs it
 * @param headers header fields for the Workflow's interceptors
 */
record ScheduleAction(
    @NotBlank String workflowType,
    @Size(min = 1, max = 950) @Nullable String workflowId,
    @Schema(minLength = 1, maxLength = 1000) @Nullable String taskQueue,
    @Nullable JsonValue input,
    @Nullable List<JsonValue> args,
    @Nullable Duration executionTimeout,
    @Nullable Duration runTimeout,
    @Nullable Duration taskTimeout,
    @Valid @Nullable RetryPolicy retryPolicy,
    @Nullable Map<String, JsonValue> memo,
    @Nullable Map<String, JsonValue> searchAttributes,
    @Nullable String summary,
    @Nullable String details,
    @Valid @Nullable Priority priority,
    @Valid @Nullable VersioningOverride versioningOverride,
    @Nullable Map<String, JsonValue> headers) {

  /** The start that the Schedule makes each time. */
  StartWorkflowRequest toStart(String scheduleId) {
    return new StartWorkflowRequest(
        workflowType,
        workflowId == null ? scheduleId : workflowId,
        taskQueue,
        input,
        args,
        executionTimeout,
        runTimeout,
        taskTimeout,
        null,
        null,
        null,
        null,
        retryPolicy,
        memo,
        searchAttributes,
        summary,
        details,
        priority,
        versioningOverride,
        headers,
        null,
        null);
  }
}
