package io.github.temporalgateway.taskqueue.deployment;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.connection.ListCalls;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.CreateWorkerDeploymentRequest;
import io.temporal.api.workflowservice.v1.DeleteWorkerDeploymentRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkerDeploymentRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkerDeploymentResponse;
import io.temporal.api.workflowservice.v1.ListWorkerDeploymentsRequest;
import io.temporal.api.workflowservice.v1.SetWorkerDeploymentCurrentVersionRequest;
import io.temporal.api.workflowservice.v1.SetWorkerDeploymentManagerRequest;
import io.temporal.api.workflowservice.v1.SetWorkerDeploymentRampingVersionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks at Worker Deployments and says which of their versions get the tasks. */
@Service
class Deployments {

  private final DeploymentCalls calls;

  Deployments(DeploymentCalls calls) {
    this.calls = calls;
  }

  /**
   * A deployment and the mark of its version.
   *
   * @param mark Temporal's conflict token
   */
  record Found(DeploymentDescription description, byte[] mark) {}

  DeploymentPage list(NamespaceName namespace, PageRequest page, Links links) {
    ListWorkerDeploymentsRequest.Builder request =
        ListWorkerDeploymentsRequest.newBuilder()
            .setNamespace(namespace.value())
            .setPageSize(page.size());
    return DeploymentMapper.toPage(
        ListCalls.page(
            page,
            token ->
                calls.call(
                    namespace,
                    WorkflowServiceBlockingStub::listWorkerDeployments,
                    request.setNextPageToken(token).build())),
        links);
  }

  Found describe(NamespaceName namespace, String name, Links links) {
    DescribeWorkerDeploymentResponse response =
        calls.call(
            namespace,
            WorkflowServiceBlockingStub::describeWorkerDeployment,
            DescribeWorkerDeploymentRequest.newBuilder()
                .setNamespace(namespace.value())
                .setDeploymentName(name)
                .build());
    return new Found(
        DeploymentMapper.toDescription(namespace, response.getWorkerDeploymentInfo(), links),
        response.getConflictToken().toByteArray());
  }

  void create(NamespaceName namespace, String name, @Nullable IdempotencyKey key) {
    var _ =
        calls.call(
            namespace,
            WorkflowServiceBlockingStub::createWorkerDeployment,
            CreateWorkerDeploymentRequest.newBuilder()
                .setNamespace(namespace.value())
                .setDeploymentName(name)
                .setIdentity(calls.identity(namespace))
                .setRequestId(requestId(key))
                .build());
  }

  void delete(NamespaceName namespace, String name) {
    var _ =
        calls.call(
            namespace,
            WorkflowServiceBlockingStub::deleteWorkerDeployment,
            DeleteWorkerDeploymentRequest.newBuilder()
                .setNamespace(namespace.value())
                .setDeploymentName(name)
                .setIdentity(calls.identity(namespace))
                .build());
  }

  /** Sets the current version and returns the mark of what is now. */
  byte[] setCurrent(
      NamespaceName namespace, String name, CurrentVersionRequest body, byte @Nullable [] mark) {
    return calls
        .call(
            namespace,
            WorkflowServiceBlockingStub::setWorkerDeploymentCurrentVersion,
            SetWorkerDeploymentCurrentVersionRequest.newBuilder()
                .setNamespace(namespace.value())
                .setDeploymentName(name)
                .setBuildId(Objects.requireNonNullElse(body.buildId(), ""))
                .setConflictToken(token(mark))
                .setIgnoreMissingTaskQueues(Boolean.TRUE.equals(body.ignoreMissingTaskQueues()))
                .setAllowNoPollers(Boolean.TRUE.equals(body.allowNoPollers()))
                .setIdentity(calls.identity(namespace))
                .build())
        .getConflictToken()
        .toByteArray();
  }

  /** Sets the ramping version and returns the mark of what is now. */
  byte[] setRamping(
      NamespaceName namespace, String name, RampingVersionRequest body, byte @Nullable [] mark) {
    return calls
        .call(
            namespace,
            WorkflowServiceBlockingStub::setWorkerDeploymentRampingVersion,
            SetWorkerDeploymentRampingVersionRequest.newBuilder()
                .setNamespace(namespace.value())
                .setDeploymentName(name)
                .setBuildId(Objects.requireNonNullElse(body.buildId(), ""))
                .setPercentage(body.percentage())
                .setConflictToken(token(mark))
                .setIgnoreMissingTaskQueues(Boolean.TRUE.equals(body.ignoreMissingTaskQueues()))
                .setAllowNoPollers(Boolean.TRUE.equals(body.allowNoPollers()))
                .setIdentity(calls.identity(namespace))
                .build())
        .getConflictToken()
        .toByteArray();
  }

  /** Sets the manager and returns the mark of what is now. */
  byte[] setManager(
      NamespaceName namespace, String name, ManagerRequest body, byte @Nullable [] mark) {
    boolean self = Boolean.TRUE.equals(body.self());
    if (self && body.manager() != null) {
      throw RefusedException.invalid(Violation.at("/self", "Send either manager or self."));
    }
    SetWorkerDeploymentManagerRequest.Builder request =
        SetWorkerDeploymentManagerRequest.newBuilder()
            .setNamespace(namespace.value())
            .setDeploymentName(name)
            .setConflictToken(token(mark))
            .setIdentity(calls.identity(namespace));
    if (self) {
      request.setSelf(true);
    } else {
      request.setManagerIdentity(Objects.requireNonNullElse(body.manager(), ""));
    }
    return calls
        .call(namespace, WorkflowServiceBlockingStub::setWorkerDeploymentManager, request.build())
        .getConflictToken()
        .toByteArray();
  }

  static String requestId(@Nullable IdempotencyKey key) {
    return key == null ? UUID.randomUUID().toString() : key.value();
  }

  private static ByteString token(byte @Nullable [] mark) {
    return mark == null ? ByteString.EMPTY : ByteString.copyFrom(mark);
  }
}
