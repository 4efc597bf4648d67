package io.github.temporalgateway.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of Workflow Rules.
 *
 * @param items the rules
 * @param nextPageToken what {@code pageToken} has to be for the next page; absent on the last one
 */
record WorkflowRulePage(List<WorkflowRule> items, @Nullable String nextPageToken) {}
