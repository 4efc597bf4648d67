package io.github.temporalgateway.taskqueue.deployment;

import static io.github.temporalgateway.payload.ProtoTexts.textIfAny;
import static io.github.temporalgateway.taskqueue.TaskQueueMapper.toVersion;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.web.Links;
import io.temporal.api.deployment.v1.RoutingConfig;
import io.temporal.api.deployment.v1.WorkerDeploymentInfo;
import io.temporal.api.deployment.v1.WorkerDeploymentInfo.WorkerDeploymentVersionSummary;
import io.temporal.api.workflowservice.v1.ListWorkerDeploymentsResponse;
import io.temporal.api.workflowservice.v1.ListWorkerDeploymentsResponse.WorkerDeploymentSummary;

/** Where Worker Deployments meet Temporal's protobuf. */
final class DeploymentMapper {

  private DeploymentMapper() {}

  static DeploymentPage toPage(ListWorkerDeploymentsResponse response, Links links) {
    return new DeploymentPage(
        response.getWorkerDeploymentsList().stream()
            .map(deployment -> toSummary(deployment, links))
            .toList(),
        response.getNextPageToken().isEmpty()
            ? null
            : PageRequest.tokenOf(response.getNextPageToken().toByteArray()));
  }

  private static DeploymentSummary toSummary(WorkerDeploymentSummary deployment, Links links) {
    return new DeploymentSummary(
        deployment.getName(),
        ProtoTimes.toInstantIfSet(deployment.getCreateTime()),
        toRouting(deployment.getRoutingConfig()),
        deployment.hasLatestVersionSummary()
            ? toSummary(deployment.getLatestVersionSummary(), links)
            : null,
        deployment.hasCurrentVersionSummary()
            ? toSummary(deployment.getCurrentVersionSummary(), links)
            : null,
        deployment.hasRampingVersionSummary()
            ? toSummary(deployment.getRampingVersionSummary(), links)
            : null,
        link(deployment.getName(), links));
  }

  static DeploymentDescription toDescription(
      NamespaceName namespace, WorkerDeploymentInfo info, Links links) {
    String self = link(info.getName(), links);
    return new DeploymentDescription(
        namespace.value(),
        info.getName(),
        ProtoTimes.toInstantIfSet(info.getCreateTime()),
        toRouting(info.getRoutingConfig()),
        EnumNames.shortName(info.getRoutingConfigUpdateState(), "ROUTING_CONFIG_UPDATE_STATE_"),
        textIfAny(info.getManagerIdentity()),
        textIfAny(info.getLastModifierIdentity()),
        info.getVersionSummariesList().stream().map(version -> toSummary(version, links)).toList(),
        new DeploymentLinks(self, self + "/current-version", self + "/ramping-version"));
  }

  private static DeploymentRouting toRouting(RoutingConfig routing) {
    return new DeploymentRouting(
        toVersion(routing.getCurrentDeploymentVersion()),
        toVersion(routing.getRampingDeploymentVersion()),
        routing.getRampingVersionPercentage(),
        ProtoTimes.toInstantIfSet(routing.getCurrentVersionChangedTime()),
        ProtoTimes.toInstantIfSet(routing.getRampingVersionChangedTime()),
        ProtoTimes.toInstantIfSet(routing.getRampingVersionPercentageChangedTime()));
  }

  private static VersionSummary toSummary(WorkerDeploymentVersionSummary version, Links links) {
    return new VersionSummary(
        version.getDeploymentVersion().getBuildId(),
        EnumNames.shortName(version.getStatus(), VersionMapper.STATUS),
        ProtoTimes.toInstantIfSet(version.getCreateTime()),
        version.hasDrainageInfo() ? VersionMapper.toDrainage(version.getDrainageInfo()) : null,
        ProtoTimes.toInstantIfSet(version.getCurrentSinceTime()),
        ProtoTimes.toInstantIfSet(version.getRampingSinceTime()),
        ProtoTimes.toInstantIfSet(version.getLastDeactivationTime()),
        VersionMapper.link(version.getDeploymentVersion(), links));
  }

  static String link(String deploymentName, Links links) {
    return links.base() + "/worker-deployments/" + PathId.encode(deploymentName);
  }
}
