package io.github.temporalgateway.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of Schedules.
 *
 * @param items the Schedules, in the order of the visibility store
 * @param nextPageToken what {@code pageToken} has to be for the next page; absent on the last one
 */
record SchedulePage(List<ScheduleSummary> items, @Nullable String nextPageToken) {}
