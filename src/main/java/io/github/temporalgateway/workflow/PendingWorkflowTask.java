package io.github.temporalgateway.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The Workflow Task that a Worker has to do next.
 *
 * @param state {@code SCHEDULED} when no Worker has taken it, else {@code STARTED}
 * @param attempt number of the attempt; more than 1 means that the Workflow's code fails
 * @param scheduledTime when the attempt was scheduled
 * @param originalScheduledTime when the first attempt was scheduled
 * @param startedTime when a Worker took it
 */
public record PendingWorkflowTask(
    @Nullable String state,
    int attempt,
    @Nullable Instant scheduledTime,
    @Nullable Instant originalScheduledTime,
    @Nullable Instant startedTime) {}
