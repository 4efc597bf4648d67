package io.github.temporalgateway.workflow;

import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.web.WorkflowLinks;
import org.jspecify.annotations.Nullable;

/**
 * An execution to come back to.
 *
 * @param namespace its Namespace
 * @param workflowId its Workflow Id
 * @param runId the run that is meant
 * @param firstExecutionRunId first run of its chain of retries and continuations
 * @param workflowType its Workflow Type
 * @param taskQueue its Task Queue
 * @param status such as {@code RUNNING}; more may come in later versions of Temporal
 * @param started whether this very request started it
 * @param result what the Workflow returned, when it completed within the wait
 * @param links where to go on
 */
public record WorkflowHandle(
    String namespace,
    String workflowId,
    String runId,
    @Nullable String firstExecutionRunId,
    @Nullable String workflowType,
    @Nullable String taskQueue,
    String status,
    boolean started,
    @Nullable JsonValue result,
    WorkflowLinks links) {}
