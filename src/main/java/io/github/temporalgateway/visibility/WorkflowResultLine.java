package io.github.temporalgateway.visibility;

import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.payload.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * How one execution did, as a line of a stream.
 *
 * @param workflowId its Workflow Id
 * @param runId the run
 * @param status such as {@code COMPLETED}; a run that is open or went on as another has only this,
 *     as has one whose Event History is deleted already
 * @param result what it returned; null when it returned nothing
 * @param failure why it closed without a result
 */
record WorkflowResultLine(
    String workflowId,
    String runId,
    String status,
    @Nullable JsonValue result,
    @Nullable Failure failure) {}
