package io.github.temporalgateway.workflow.command;

import jakarta.validation.constraints.Positive;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where to go back to: an event or a type, not both.
 *
 * @param reason in words, kept in the Event History
 * @param workflowTaskFinishEventId id of an event that ended a Workflow Task: what came before is
 *     kept
 * @param type a point that is found in the history
 * @param buildId build for the type {@code BUILD_ID}
 * @param reapplyExclude what came later and is not to be applied again; otherwise all of it is
 */
record ResetRequest(
    @Nullable String reason,
    @Positive @Nullable Long workflowTaskFinishEventId,
    @Nullable ResetPoint type,
    @Nullable String buildId,
    @Nullable Set<ReappliedEvent> reapplyExclude) {}
