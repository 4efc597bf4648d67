package io.github.temporalgateway.batch;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * An execution that a batch is about.
 *
 * @param workflowId its Workflow Id
 * @param runId one run of it; the latest when absent
 */
record BatchExecution(@NotBlank String workflowId, @Nullable String runId) {}
