package io.github.temporalgateway.namespace;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.payload.ProtoTimes;
import io.temporal.api.enums.v1.ArchivalState;
import io.temporal.api.namespace.v1.NamespaceConfig;
import io.temporal.api.namespace.v1.UpdateNamespaceInfo;
import io.temporal.api.replication.v1.ClusterReplicationConfig;
import io.temporal.api.replication.v1.NamespaceReplicationConfig;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.api.workflowservice.v1.UpdateNamespaceRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where what is to become of Namespaces becomes protobuf. */
final class NamespaceAdminMapper {

  private NamespaceAdminMapper() {}

  static RegisterNamespaceRequest toRegister(CreateNamespaceRequest body) {
    RegisterNamespaceRequest.Builder request =
        RegisterNamespaceRequest.newBuilder()
            .setNamespace(body.namespace())
            .setWorkflowExecutionRetentionPeriod(ProtoTimes.toProto(body.retention()))
            .setDescription(text(body.description()))
            .setOwnerEmail(text(body.ownerEmail()))
            .putAllData(Objects.requireNonNullElse(body.data(), Map.of()))
            .setIsGlobalNamespace(Boolean.TRUE.equals(body.global()))
            .addAllClusters(clusters(body.clusters()))
            .setActiveClusterName(text(body.activeCluster()));
    ArchivalSetting history = body.historyArchival();
    if (history != null) {
      request.setHistoryArchivalState(toProto(history)).setHistoryArchivalUri(text(history.uri()));
    }
    ArchivalSetting visibility = body.visibilityArchival();
    if (visibility != null) {
      request
          .setVisibilityArchivalState(toProto(visibility))
          .setVisibilityArchivalUri(text(visibility.uri()));
    }
    return request.build();
  }

  static UpdateNamespaceRequest toUpdate(NamespaceName namespace, UpdateNamespaceBody body) {
    UpdateNamespaceRequest.Builder request =
        UpdateNamespaceRequest.newBuilder()
            .setNamespace(namespace.value())
            .setPromoteNamespace(Boolean.TRUE.equals(body.promote()));
    if (body.description() != null || body.ownerEmail() != null || body.data() != null) {
      request.setUpdateInfo(
          UpdateNamespaceInfo.newBuilder()
              .setDescription(text(body.description()))
              .setOwnerEmail(text(body.ownerEmail()))
              .putAllData(Objects.requireNonNullElse(body.data(), Map.of())));
    }
    if (body.retention() != null
        || body.historyArchival() != null
        || body.visibilityArchival() != null) {
      request.setConfig(toConfig(body));
    }
    if (body.clusters() != null || body.activeCluster() != null) {
      request.setReplicationConfig(
          NamespaceReplicationConfig.newBuilder()
              .setActiveClusterName(text(body.activeCluster()))
              .addAllClusters(clusters(body.clusters())));
    }
    return request.build();
  }

  private static NamespaceConfig toConfig(UpdateNamespaceBody body) {
    NamespaceConfig.Builder config = NamespaceConfig.newBuilder();
    if (body.retention() != null) {
      config.setWorkflowExecutionRetentionTtl(ProtoTimes.toProto(body.retention()));
    }
    ArchivalSetting history = body.historyArchival();
    if (history != null) {
      config.setHistoryArchivalState(toProto(history)).setHistoryArchivalUri(text(history.uri()));
    }
    ArchivalSetting visibility = body.visibilityArchival();
    if (visibility != null) {
      config
          .setVisibilityArchivalState(toProto(visibility))
          .setVisibilityArchivalUri(text(visibility.uri()));
    }
    return config.build();
  }

  private static List<ClusterReplicationConfig> clusters(@Nullable List<String> names) {
    return Objects.requireNonNullElse(names, List.<String>of()).stream()
        .map(name -> ClusterReplicationConfig.newBuilder().setClusterName(name).build())
        .toList();
  }

  private static ArchivalState toProto(ArchivalSetting setting) {
    return switch (setting.state()) {
      case ENABLED -> ArchivalState.ARCHIVAL_STATE_ENABLED;
      case DISABLED -> ArchivalState.ARCHIVAL_STATE_DISABLED;
    };
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
