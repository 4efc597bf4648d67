package io.github.temporalgateway.taskqueue.deployment;

import static io.github.temporalgateway.payload.ProtoTexts.textIfAny;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.problem.Violation;
import io.github.temporalgateway.taskqueue.TaskQueueMapper;
import io.github.temporalgateway.web.Links;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.deployment.v1.VersionDrainageInfo;
import io.temporal.api.deployment.v1.WorkerDeploymentVersion;
import io.temporal.api.deployment.v1.WorkerDeploymentVersionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkerDeploymentVersionResponse;
import io.temporal.api.workflowservice.v1.DescribeWorkerDeploymentVersionResponse.VersionTaskQueue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where versions of Worker Deployments meet Temporal's protobuf. */
final class VersionMapper {

  static final String STATUS = "WORKER_DEPLOYMENT_VERSION_STATUS_";

  private VersionMapper() {}

  static WorkerDeploymentVersion toProto(String deploymentName, String buildId) {
    return WorkerDeploymentVersion.newBuilder()
        .setDeploymentName(deploymentName)
        .setBuildId(buildId)
        .build();
  }

  static VersionDescription toDescription(
      NamespaceName namespace, DescribeWorkerDeploymentVersionResponse response, Links links) {
    WorkerDeploymentVersionInfo info = response.getWorkerDeploymentVersionInfo();
    return new VersionDescription(
        namespace.value(),
        info.getDeploymentVersion().getDeploymentName(),
        info.getDeploymentVersion().getBuildId(),
        EnumNames.shortName(info.getStatus(), STATUS),
        ProtoTimes.toInstantIfSet(info.getCreateTime()),
        ProtoTimes.toInstantIfSet(info.getRoutingChangedTime()),
        ProtoTimes.toInstantIfSet(info.getCurrentSinceTime()),
        ProtoTimes.toInstantIfSet(info.getRampingSinceTime()),
        ProtoTimes.toInstantIfSet(info.getFirstActivationTime()),
        ProtoTimes.toInstantIfSet(info.getLastDeactivationTime()),
        info.getRampPercentage(),
        info.hasDrainageInfo() ? toDrainage(info.getDrainageInfo()) : null,
        response.getVersionTaskQueuesList().stream().map(VersionMapper::toQueue).toList(),
        toMetadata(info.getMetadata().getEntriesMap()),
        ScalingMapper.toGroups(info.getComputeConfig()),
        textIfAny(info.getLastModifierIdentity()),
        link(info.getDeploymentVersion(), links));
  }

  static VersionDrainage toDrainage(VersionDrainageInfo info) {
    return new VersionDrainage(
        EnumNames.shortName(info.getStatus(), "VERSION_DRAINAGE_STATUS_"),
        ProtoTimes.toInstantIfSet(info.getLastChangedTime()),
        ProtoTimes.toInstantIfSet(info.getLastCheckedTime()));
  }

  static Map<String, JsonValue> toMetadata(Map<String, Payload> entries) {
    Map<String, JsonValue> metadata = new LinkedHashMap<>();
    new TreeMap<>(entries)
        .forEach((name, value) -> metadata.put(name, PayloadMapper.toJson(value)));
    return metadata;
  }

  static Map<String, Payload> toEntries(@Nullable Map<String, JsonValue> metadata) {
    Map<String, Payload> entries = new LinkedHashMap<>();
    if (metadata != null) {
      metadata.forEach((name, value) ->
          entries.put(name, PayloadMapper.toPayload(value, Violation.pointer("/metadata", name))));
    }
    return entries;
  }

  static String link(WorkerDeploymentVersion version, Links links) {
    return DeploymentMapper.link(version.getDeploymentName(), links)
        + "/versions/"
        + PathId.encode(version.getBuildId());
  }

  private static VersionQueue toQueue(VersionTaskQueue queue) {
    return new VersionQueue(
        queue.getName(),
        EnumNames.shortName(queue.getType(), "TASK_QUEUE_TYPE_"),
        TaskQueueMapper.toStats(queue.getStats()),
        TaskQueueMapper.toStats(queue.getStatsByPriorityKeyMap()));
  }
}
