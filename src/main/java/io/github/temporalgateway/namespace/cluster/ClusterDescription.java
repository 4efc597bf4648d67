package io.github.temporalgateway.namespace.cluster;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Temporal Service that has a Namespace. What a service does not tell about itself is absent.
 *
 * @param serverVersion its version
 * @param capabilities what it can do, by its own names
 * @param clusterName name of the cluster
 * @param clusterId id of the cluster
 * @param historyShardCount into how many parts it divides its executions
 * @param persistenceStore kind of its database
 * @param visibilityStore kind of its database for lists
 * @param supportedClients versions of SDKs and tools that it takes, by their names
 */
record ClusterDescription(
    @Nullable String serverVersion,
    List<String> capabilities,
    @Nullable String clusterName,
    @Nullable String clusterId,
    @Nullable Integer historyShardCount,
    @Nullable String persistenceStore,
    @Nullable String visibilityStore,
    @Nullable Map<String, String> supportedClients) {}
