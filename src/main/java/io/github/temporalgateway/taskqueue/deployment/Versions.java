package io.github.temporalgateway.taskqueue.deployment;

import static io.github.temporalgateway.taskqueue.deployment.VersionMapper.toProto;

import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.CreateWorkerDeploymentVersionRequest;
import io.temporal.api.workflowservice.v1.DeleteWorkerDeploymentVersionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkerDeploymentVersionRequest;
import io.temporal.api.workflowservice.v1.UpdateWorkerDeploymentVersionComputeConfigRequest;
import io.temporal.api.workflowservice.v1.UpdateWorkerDeploymentVersionMetadataRequest;
import io.temporal.api.workflowservice.v1.ValidateWorkerDeploymentVersionComputeConfigRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks at versions of Worker Deployments and changes what belongs to one version. */
@Service
class Versions {

  private final DeploymentCalls calls;

  Versions(DeploymentCalls calls) {
    this.calls = calls;
  }

  VersionDescription describe(
      NamespaceName namespace, String deployment, String buildId, Links links) {
    return VersionMapper.toDescription(
        namespace,
        calls.call(
            namespace,
            WorkflowServiceBlockingStub::describeWorkerDeploymentVersion,
            DescribeWorkerDeploymentVersionRequest.newBuilder()
                .setNamespace(namespace.value())
                .setDeploymentVersion(toProto(deployment, buildId))
                .setReportTaskQueueStats(true)
                .build()),
        links);
  }

  void create(
      NamespaceName namespace,
      String deployment,
      CreateVersionRequest body,
      @Nullable IdempotencyKey key) {
    CreateWorkerDeploymentVersionRequest.Builder request =
        CreateWorkerDeploymentVersionRequest.newBuilder()
            .setNamespace(namespace.value())
            .setDeploymentVersion(toProto(deployment, body.buildId()))
            .setIdentity(calls.identity(namespace))
            .setRequestId(Deployments.requestId(key));
    if (body.scalingGroups() != null) {
      request.setComputeConfig(ScalingMapper.toConfig(body.scalingGroups()));
    }
    var _ =
        calls.call(
            namespace, WorkflowServiceBlockingStub::createWorkerDeploymentVersion, request.build());
  }

  void delete(NamespaceName namespace, String deployment, String buildId, boolean skipDrainage) {
    var _ =
        calls.call(
            namespace,
            WorkflowServiceBlockingStub::deleteWorkerDeploymentVersion,
            DeleteWorkerDeploymentVersionRequest.newBuilder()
                .setNamespace(namespace.value())
                .setDeploymentVersion(toProto(deployment, buildId))
                .setSkipDrainage(skipDrainage)
                .setIdentity(calls.identity(namespace))
                .build());
  }

  VersionMetadata note(
      NamespaceName namespace, String deployment, String buildId, VersionMetadataRequest body) {
    if (isNothing(body.metadata(), body.unset())) {
      throw RefusedException.invalid(Violation.at("", "Set or unset at least one name."));
    }
    return new VersionMetadata(
        VersionMapper.toMetadata(
            calls
                .call(
                    namespace,
                    WorkflowServiceBlockingStub::updateWorkerDeploymentVersionMetadata,
                    UpdateWorkerDeploymentVersionMetadataRequest.newBuilder()
                        .setNamespace(namespace.value())
                        .setDeploymentVersion(toProto(deployment, buildId))
                        .putAllUpsertEntries(VersionMapper.toEntries(body.metadata()))
                        .addAllRemoveEntries(Objects.requireNonNullElse(body.unset(), List.of()))
                        .setIdentity(calls.identity(namespace))
                        .build())
                .getMetadata()
                .getEntriesMap()));
  }

  void scale(NamespaceName namespace, String deployment, String buildId, ScalingRequest body) {
    check(body);
    var _ =
        calls.call(
            namespace,
            WorkflowServiceBlockingStub::updateWorkerDeploymentVersionComputeConfig,
            UpdateWorkerDeploymentVersionComputeConfigRequest.newBuilder()
                .setNamespace(namespace.value())
                .setDeploymentVersion(toProto(deployment, buildId))
                .putAllComputeConfigScalingGroups(ScalingMapper.toUpdates(body.scalingGroups()))
                .addAllRemoveComputeConfigScalingGroups(
                    Objects.requireNonNullElse(body.unset(), List.of()))
                .setIdentity(calls.identity(namespace))
                .setRequestId(UUID.randomUUID().toString())
                .build());
  }

  void validate(NamespaceName namespace, String deployment, String buildId, ScalingRequest body) {
    check(body);
    var _ =
        calls.call(
            namespace,
            WorkflowServiceBlockingStub::validateWorkerDeploymentVersionComputeConfig,
            ValidateWorkerDeploymentVersionComputeConfigRequest.newBuilder()
                .setNamespace(namespace.value())
                .setDeploymentVersion(toProto(deployment, buildId))
                .putAllComputeConfigScalingGroups(ScalingMapper.toUpdates(body.scalingGroups()))
                .addAllRemoveComputeConfigScalingGroups(
                    Objects.requireNonNullElse(body.unset(), List.of()))
                .setIdentity(calls.identity(namespace))
                .build());
  }

  private static void check(ScalingRequest body) {
    if (isNothing(body.scalingGroups(), body.unset())) {
      throw RefusedException.invalid(Violation.at("", "Set or unset at least one group."));
    }
  }

  private static boolean isNothing(@Nullable Map<String, ?> set, @Nullable List<String> unset) {
    return (set == null || set.isEmpty()) && (unset == null || unset.isEmpty());
  }
}
