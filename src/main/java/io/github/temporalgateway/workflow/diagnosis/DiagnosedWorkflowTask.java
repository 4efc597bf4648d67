package io.github.temporalgateway.workflow.diagnosis;

import io.github.temporalgateway.payload.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The Workflow Task that a Worker has to do next, and why the one before failed.
 *
 * @param state {@code SCHEDULED} when no Worker has taken it, else {@code STARTED}
 * @param attempt number of the attempt, from 1
 * @param scheduledTime when the attempt was scheduled
 * @param originalScheduledTime when the first attempt was scheduled
 * @param startedTime when a Worker took it
 * @param lastFailureCause kind of the failure, such as {@code NON_DETERMINISTIC_ERROR}, or {@code
 *     TIMED_OUT}
 * @param lastFailure what the Worker reported; Temporal keeps the first failure of a series
 */
record DiagnosedWorkflowTask(
    @Nullable String state,
    int attempt,
    @Nullable Instant scheduledTime,
    @Nullable Instant originalScheduledTime,
    @Nullable Instant startedTime,
    @Nullable String lastFailureCause,
    @Nullable Failure lastFailure) {}
