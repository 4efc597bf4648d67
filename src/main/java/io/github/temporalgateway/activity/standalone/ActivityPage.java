package io.github.temporalgateway.activity.standalone;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of stand-alone Activities.
 *
 * @param items the Activities, the youngest first
 * @param nextPageToken what {@code pageToken} has to be for the next page; absent on the last one
 */
record ActivityPage(List<ActivitySummary> items, @Nullable String nextPageToken) {}
