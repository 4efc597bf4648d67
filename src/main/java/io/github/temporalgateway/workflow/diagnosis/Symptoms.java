package io.github.temporalgateway.workflow.diagnosis;

import io.github.temporalgateway.kernel.ExecutionName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a diagnosis goes by.
 *
 * @param now when it was looked at
 * @param status short, such as {@code RUNNING}
 * @param open whether it may still go on
 * @param pauseReason why it is paused, perhaps empty; null when it isn't
 * @param dueAt when its first Workflow Task is due
 * @param taskQueue its own Task Queue
 * @param task the Workflow Task that is to be done
 * @param activities Activities that are open
 * @param children Child Workflows that are open
 * @param nexusOperations number of open Nexus Operations
 * @param timers timers that have not fired, the next one first
 * @param wholeHistory whether all events were looked at
 */
record Symptoms(
    Instant now,
    String status,
    boolean open,
    @Nullable String pauseReason,
    @Nullable Instant dueAt,
    DiagnosedQueue taskQueue,
    @Nullable DiagnosedWorkflowTask task,
    List<DiagnosedActivity> activities,
    List<ExecutionName> children,
    int nexusOperations,
    List<PendingTimer> timers,
    boolean wholeHistory) {}
