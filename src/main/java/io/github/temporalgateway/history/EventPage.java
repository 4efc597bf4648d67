package io.github.temporalgateway.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an Event History.
 *
 * @param items the events
 * @param nextPageToken what {@code pageToken} has to be for the next page; absent on the last one
 */
record EventPage(List<WorkflowEvent> items, @Nullable String nextPageToken) {}
