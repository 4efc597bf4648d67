package io.github.temporalgateway.workflow;

import org.jspecify.annotations.Nullable;

/**
 * A Child Workflow that has not closed.
 *
 * @param workflowId its Workflow Id
 * @param runId its Run Id
 * @param workflowType its Workflow Type
 * @param parentClosePolicy what becomes of it when the parent closes, such as {@code ABANDON}
 */
public record PendingChild(
    String workflowId, String runId, String workflowType, @Nullable String parentClosePolicy) {}
