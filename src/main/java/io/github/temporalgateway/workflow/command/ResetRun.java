package io.github.temporalgateway.workflow.command;

import io.github.temporalgateway.kernel.ExecutionRef;

/**
 * The run that a reset made.
 *
 * @param run the new run
 * @param firstRunId first run of its chain
 * @param workflowType its Workflow Type
 * @param taskQueue its Task Queue
 * @param status its status
 * @param replayed whether an earlier request with the same Idempotency-Key made it
 */
record ResetRun(
    ExecutionRef run,
    String firstRunId,
    String workflowType,
    String taskQueue,
    String status,
    boolean replayed) {}
