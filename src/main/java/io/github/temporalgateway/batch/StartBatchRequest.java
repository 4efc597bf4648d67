package io.github.temporalgateway.batch;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do with which executions: those of a query or those of a list, not both ({@code
 * temporal.api.workflowservice.v1.StartBatchOperationRequest}).
 *
 * @param query a List Filter of Temporal, such as {@code WorkflowType = 'Order'}
 * @param executions the executions by name
 * @param operation what to do with each
 * @param reason in words, kept with the batch and in the Event Histories
 * @param maxOperationsPerSecond how fast to go at most; Temporal's own limit when absent. Not every
 *     version of Temporal heeds it: 1.32 does not.
 */
record StartBatchRequest(
    @Schema(minLength = 1) @Nullable String query,
    @Nullable List<@NotNull @Valid BatchExecution> executions,
    @NotNull @Valid BatchOperation operation,
    @NotBlank String reason,
    @Positive @Nullable Float maxOperationsPerSecond) {

  StartBatchRequest withQuery(String other) {
    return new StartBatchRequest(other, executions, operation, reason, maxOperationsPerSecond);
  }
}
