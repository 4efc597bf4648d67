package io.github.temporalgateway.taskqueue.worker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of Workers.
 *
 * @param items the Workers
 * @param nextPageToken what {@code pageToken} has to be for the next page; absent on the last one
 */
record WorkerPage(List<WorkerSummary> items, @Nullable String nextPageToken) {}
