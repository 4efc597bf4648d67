package io.github.temporalgateway.nexus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of Nexus Endpoints.
 *
 * @param items the endpoints
 * @param nextPageToken what {@code pageToken} has to be for the next page; absent on the last one
 */
record NexusEndpointPage(List<NexusEndpoint> items, @Nullable String nextPageToken) {}
