package io.github.temporalgateway.namespace;

import static io.github.temporalgateway.payload.ProtoTexts.textIfAny;

import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.web.Links;
import io.temporal.api.enums.v1.ArchivalState;
import io.temporal.api.namespace.v1.NamespaceConfig;
import io.temporal.api.namespace.v1.NamespaceInfo;
import io.temporal.api.replication.v1.ClusterReplicationConfig;
import io.temporal.api.replication.v1.NamespaceReplicationConfig;
import io.temporal.api.workflowservice.v1.DescribeNamespaceResponse;
import io.temporal.api.workflowservice.v1.UpdateNamespaceResponse;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where what Temporal says of Namespaces becomes records. */
final class NamespaceMapper {

  private NamespaceMapper() {}

  static NamespaceDescription toDescription(UpdateNamespaceResponse response, Links links) {
    return toDescription(
        DescribeNamespaceResponse.newBuilder()
            .setNamespaceInfo(response.getNamespaceInfo())
            .setConfig(response.getConfig())
            .setReplicationConfig(response.getReplicationConfig())
            .setFailoverVersion(response.getFailoverVersion())
            .setIsGlobalNamespace(response.getIsGlobalNamespace())
            .build(),
        links);
  }

  static NamespaceDescription toDescription(DescribeNamespaceResponse response, Links links) {
    NamespaceInfo info = response.getNamespaceInfo();
    NamespaceConfig config = response.getConfig();
    return new NamespaceDescription(
        info.getName(),
        info.getId(),
        EnumNames.shortName(info.getState(), "NAMESPACE_STATE_"),
        textIfAny(info.getDescription()),
        textIfAny(info.getOwnerEmail()),
        new TreeMap<>(info.getDataMap()),
        ProtoTimes.toDuration(config.getWorkflowExecutionRetentionTtl()),
        MessageFields.numbers(info.getLimits()),
        MessageFields.flags(info.getCapabilities()),
        toArchival(config.getHistoryArchivalState(), config.getHistoryArchivalUri()),
        toArchival(config.getVisibilityArchivalState(), config.getVisibilityArchivalUri()),
        response.hasReplicationConfig() ? toReplication(response.getReplicationConfig()) : null,
        response.getIsGlobalNamespace(),
        response.getFailoverVersion(),
        new TreeMap<>(config.getCustomSearchAttributeAliasesMap()),
        link(info.getName(), links));
  }

  /** Where a Namespace is described, whatever the Namespace of the request. */
  static String link(String name, Links links) {
    return links.base() + "/namespaces/" + PathId.encode(name);
  }

  private static @Nullable ArchivalDescription toArchival(ArchivalState state, String uri) {
    return state == ArchivalState.ARCHIVAL_STATE_UNSPECIFIED
        ? null
        : new ArchivalDescription(EnumNames.shortName(state, "ARCHIVAL_STATE_"), textIfAny(uri));
  }

  private static NamespaceReplication toReplication(NamespaceReplicationConfig config) {
    return new NamespaceReplication(
        config.getActiveClusterName(),
        config.getClustersList().stream().map(ClusterReplicationConfig::getClusterName).toList(),
        EnumNames.shortName(config.getState(), "REPLICATION_STATE_"));
  }
}
