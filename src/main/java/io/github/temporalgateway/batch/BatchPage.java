package io.github.temporalgateway.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of batches.
 *
 * @param items the batches, the youngest first
 * @param nextPageToken what {@code pageToken} has to be for the next page; absent on the last one
 */
record BatchPage(List<BatchSummary> items, @Nullable String nextPageToken) {}
