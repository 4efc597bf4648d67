package io.github.temporalgateway.namespace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Namespace.
 *
 * @param namespace its name
 * @param id its id, which stays when the name is used again
 * @param state {@code REGISTERED}, {@code DEPRECATED} or {@code DELETED}
 * @param description what it is for
 * @param ownerEmail who answers for it
 * @param data any text by name
 * @param retention how long executions are kept after they have closed
 * @param limits sizes in bytes that Temporal refuses to exceed, by its own name for each
 * @param capabilities what the Temporal Service can do in it, by its own names
 * @param historyArchival where histories go after the retention
 * @param visibilityArchival where what lists show goes after the retention
 * @param replication the clusters that have it
 * @param global whether it can be in several clusters
 * @param failoverVersion counts the changes of its active cluster
 * @param searchAttributeAliases names of Search Attributes by the column that holds them
 * @param link this description
 */
record NamespaceDescription(
    String namespace,
    String id,
    @Nullable String state,
    @Nullable String description,
    @Nullable String ownerEmail,
    Map<String, String> data,
    Duration retention,
    Map<String, Long> limits,
    List<String> capabilities,
    @Nullable ArchivalDescription historyArchival,
    @Nullable ArchivalDescription visibilityArchival,
    @Nullable NamespaceReplication replication,
    boolean global,
    long failoverVersion,
    Map<String, String> searchAttributeAliases,
    String link) {}
