package io.github.temporalgateway.rule;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which Workflow Rule to create.
 *
 * @param ruleId id of your own
 * @param activityPredicate which Activities it is about, when one is about to start, such as {@code
 *     ActivityType = 'charge'}
 * @param visibilityQuery which executions it is about, as a List Filter; all when absent
 * @param actions what it does
 * @param expirationTime when it ends by itself
 * @param description what it is for
 * @param forceScan true to apply it to executions that are there already
 */
record CreateWorkflowRuleBody(
    @Schema(maxLength = 1000) @NotBlank String ruleId,
    @NotBlank String activityPredicate,
    @Nullable String visibilityQuery,
    @NotNull @NotEmpty List<@NotNull RuleAction> actions,
    @Nullable Instant expirationTime,
    @Nullable String description,
    @Nullable Boolean forceScan) {}
