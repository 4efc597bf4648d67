package io.github.temporalgateway.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a history.
 *
 * @param items the events, less those that are filtered out; there may be more pages though it is
 *     empty
 * @param nextPageToken token of the next page; absent on the last one
 */
record HistoryPage(List<HistoryItem> items, @Nullable String nextPageToken) {}
