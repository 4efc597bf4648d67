package io.github.temporalgateway.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Workflow Rule.
 *
 * @param ruleId its id
 * @param activityPredicate which Activities it is about, when one is about to start
 * @param visibilityQuery which executions it is about; all when absent
 * @param actions what it does: {@code PAUSE_ACTIVITY}
 * @param expirationTime when it ends by itself
 * @param description what it is for
 * @param createTime when it was created
 * @param createdBy who created it
 * @param scanJobId the batch that applies it to executions that were there before; only in the
 *     answer to its creation
 * @param link its description
 */
record WorkflowRule(
    String ruleId,
    @Nullable String activityPredicate,
    @Nullable String visibilityQuery,
    List<String> actions,
    @Nullable Instant expirationTime,
    @Nullable String description,
    @Nullable Instant createTime,
    @Nullable String createdBy,
    @Nullable String scanJobId,
    String link) {}
