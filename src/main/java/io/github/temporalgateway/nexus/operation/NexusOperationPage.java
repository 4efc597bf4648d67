package io.github.temporalgateway.nexus.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of Nexus Operations.
 *
 * @param items the operations
 * @param nextPageToken what {@code pageToken} has to be for the next page; absent on the last one
 */
record NexusOperationPage(List<NexusOperationSummary> items, @Nullable String nextPageToken) {}
