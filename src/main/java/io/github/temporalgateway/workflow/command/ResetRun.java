package io.github.temporalgateway.workflow.command;

import io.github.temporalgateway.kernel.ExecutionRef;

/**
 * The run that a reset made.
 *
 * @param run the new run
 * @param replayed whether an earlier request with the same Idempotency-Key made it
 */
record ResetRun(ExecutionRef run, boolean replayed) {}
