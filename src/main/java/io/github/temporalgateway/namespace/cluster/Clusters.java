package io.github.temporalgateway.namespace.cluster;

import static io.github.temporalgateway.problem.ProblemCode.NAMESPACE_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.TemporalException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.GetClusterInfoRequest;
import io.temporal.api.workflowservice.v1.GetClusterInfoResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import org.springframework.stereotype.Service;

/** Asks Temporal Services about themselves. */
@Service
class Clusters {

  private final TemporalConnections connections;

  Clusters(TemporalConnections connections) {
    this.connections = connections;
  }

  /** The service does not look at the Namespace by itself, so it is asked for that first. */
  ClusterDescription having(NamespaceName namespace) {
    NamespaceConnection connection = connections.namespace(namespace);
    var _ =
        connection.call(
            WorkflowServiceBlockingStub::describeNamespace,
            DescribeNamespaceRequest.newBuilder().setNamespace(namespace.value()).build(),
            NAMESPACE_NOT_FOUND);
    return ClusterMapper.toDescription(
        connection.call(
            WorkflowServiceBlockingStub::getSystemInfo,
            GetSystemInfoRequest.getDefaultInstance(),
            NAMESPACE_NOT_FOUND),
        clusterInfo(connection));
  }

  /** Smaller services know their version, and nothing of a cluster. */
  private static GetClusterInfoResponse clusterInfo(NamespaceConnection connection) {
    try {
      return connection.call(
          WorkflowServiceBlockingStub::getClusterInfo,
          GetClusterInfoRequest.getDefaultInstance(),
          NAMESPACE_NOT_FOUND);
    } catch (TemporalException refused) {
      if (refused.code() == NOT_SUPPORTED) {
        return GetClusterInfoResponse.getDefaultInstance();
      }
      throw refused;
    }
  }
}
