package io.github.temporalgateway.namespace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clusters that have a Namespace.
 *
 * @param activeCluster where its executions run
 * @param clusters all of them
 * @param state {@code NORMAL} or {@code HANDOVER}
 */
record NamespaceReplication(String activeCluster, List<String> clusters, @Nullable String state) {}
