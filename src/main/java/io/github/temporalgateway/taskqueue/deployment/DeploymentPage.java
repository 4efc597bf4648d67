package io.github.temporalgateway.taskqueue.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of Worker Deployments.
 *
 * @param items the deployments
 * @param nextPageToken what {@code pageToken} has to be for the next page; absent on the last one
 */
record DeploymentPage(List<DeploymentSummary> items, @Nullable String nextPageToken) {}
