package io.github.temporalgateway.visibility;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of executions.
 *
 * @param items the executions, the youngest first
 * @param nextPageToken what {@code pageToken} has to be for the next page; absent on the last one
 */
record WorkflowPage(List<WorkflowSummary> items, @Nullable String nextPageToken) {}
