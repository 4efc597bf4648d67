package io.github.temporalgateway.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.temporalgateway.kernel.ExecutionName;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.web.WorkflowLinks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An execution as it is now ({@code DescribeWorkflowExecution}).
 *
 * @param namespace its Namespace
 * @param workflowId its Workflow Id
 * @param runId the run that is described
 * @param firstExecutionRunId first run of its chain of retries and continuations
 * @param workflowType its Workflow Type
 * @param taskQueue its Task Queue
 * @param status such as {@code RUNNING}; more may come in later versions of Temporal
 * @param startTime when the run was started
 * @param executionTime when its first Workflow Task was due: later than startTime by a start delay
 * @param closeTime when it closed
 * @param historyLength number of events
 * @param historySizeBytes size of its Event History in bytes; 0 where the service does not tell
 * @param memo values by name
 * @param searchAttributes values by name
 * @param parent the execution that started it
 * @param root the first execution of its tree
 * @param pendingActivities Activities that have not closed
 * @param pendingChildren Child Workflows that have not closed
 * @param pendingWorkflowTask the Workflow Task that a Worker has to do
 * @param callbacks what is called when it closes
 * @param cancelRequested whether a cancellation was requested
 * @param runExpirationTime when the run times out
 * @param executionExpirationTime when the execution times out
 * @param runTimeout limit of a single run
 * @param executionTimeout limit of the whole execution
 * @param summary one line for people
 * @param details longer text for people
 * @param priority order of its tasks in the queue
 * @param versioningInfo which Worker Deployment Version runs it
 * @param links where to go on
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WorkflowDescription(
    String namespace,
    String workflowId,
    String runId,
    @Nullable String firstExecutionRunId,
    String workflowType,
    String taskQueue,
    String status,
    Instant startTime,
    @Nullable Instant executionTime,
    @Nullable Instant closeTime,
    long historyLength,
    long historySizeBytes,
    @Nullable Map<String, JsonValue> memo,
    @Nullable Map<String, JsonValue> searchAttributes,
    @Nullable ExecutionName parent,
    @Nullable ExecutionName root,
    @Nullable List<PendingActivity> pendingActivities,
    @Nullable List<PendingChild> pendingChildren,
    @Nullable PendingWorkflowTask pendingWorkflowTask,
    @Nullable List<CompletionCallback> callbacks,
    boolean cancelRequested,
    @Nullable Instant runExpirationTime,
    @Nullable Instant executionExpirationTime,
    @Nullable Duration runTimeout,
    @Nullable Duration executionTimeout,
    @Nullable JsonValue summary,
    @Nullable JsonValue details,
    @Nullable Priority priority,
    @Nullable VersioningInfo versioningInfo,
    WorkflowLinks links) {}
