package io.github.temporalgateway.workflow;

import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.web.WorkflowLinks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an execution closed, whether well or not.
 *
 * @param namespace its Namespace
 * @param workflowId its Workflow Id
 * @param runId the run that closed
 * @param status such as {@code COMPLETED} or {@code FAILED}; {@code RUNNING} while it is open
 * @param closeTime when it closed
 * @param result what it returned, when it completed
 * @param failure why it did not complete
 * @param newRunId the run that it continued as
 * @param links where to go on
 */
record WorkflowOutcome(
    String namespace,
    String workflowId,
    String runId,
    String status,
    @Nullable Instant closeTime,
    @Nullable JsonValue result,
    @Nullable Failure failure,
    @Nullable String newRunId,
    WorkflowLinks links) {}
