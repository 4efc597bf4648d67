package io.github.temporalgateway.namespace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of Namespaces.
 *
 * @param items the Namespaces
 * @param nextPageToken what {@code pageToken} has to be for the next page; absent on the last one
 */
record NamespacePage(List<NamespaceDescription> items, @Nullable String nextPageToken) {}
