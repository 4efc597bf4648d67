package io.github.temporalgateway.namespace.cluster;

import static io.github.temporalgateway.payload.ProtoTexts.textIfAny;

import io.github.temporalgateway.namespace.MessageFields;
import io.temporal.api.workflowservice.v1.GetClusterInfoResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import java.util.TreeMap;

/** Where what a Temporal Service says of itself becomes a record. */
final class ClusterMapper {

  private ClusterMapper() {}

  static ClusterDescription toDescription(
      GetSystemInfoResponse system, GetClusterInfoResponse cluster) {
    return new ClusterDescription(
        textIfAny(system.getServerVersion()),
        MessageFields.flags(system.getCapabilities()),
        textIfAny(cluster.getClusterName()),
        textIfAny(cluster.getClusterId()),
        cluster.getHistoryShardCount() == 0 ? null : cluster.getHistoryShardCount(),
        textIfAny(cluster.getPersistenceStore()),
        textIfAny(cluster.getVisibilityStore()),
        cluster.getSupportedClientsCount() == 0
            ? null
            : new TreeMap<>(cluster.getSupportedClientsMap()));
  }
}
