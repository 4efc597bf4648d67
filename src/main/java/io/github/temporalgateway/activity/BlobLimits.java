package io.github.temporalgateway.activity;

import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import org.springframework.stereotype.Component;

/**
 * Refuses what is too large before Temporal gets it. Temporal would accept such a report, and fail
 * the Activity for good in place of what was reported.
 */
@Component
class BlobLimits {

  /** What Temporal takes of anybody; only beyond it a Namespace is asked for its limit. */
  private static final int ALWAYS_FINE = 128 * 1024;

  private final TemporalConnections connections;

  BlobLimits(TemporalConnections connections) {
    this.connections = connections;
  }

  /**
   * Lets pass what is not too large.
   *
   * @param size of the message that the limit is for
   * @throws RefusedException 413 {@code payload-too-large}
   */
  void check(NamespaceName namespace, int size) {
    if (size <= ALWAYS_FINE) {
      return;
    }
    long limit = describe(namespace).getNamespaceInfo().getLimits().getBlobSizeLimitError();
    if (limit > 0 && size > limit) {
      throw new RefusedException(
          ProblemCode.PAYLOAD_TOO_LARGE,
          "The value has %d bytes; the Namespace takes at most %d.".formatted(size, limit));
    }
  }

  /**
   * What Temporal knows of a Namespace.
   *
   * @throws io.github.temporalgateway.problem.TemporalException 404 {@code namespace-not-found}
   */
  DescribeNamespaceResponse describe(NamespaceName namespace) {
    return connections
        .namespace(namespace)
        .call(
            WorkflowServiceBlockingStub::describeNamespace,
            DescribeNamespaceRequest.newBuilder().setNamespace(namespace.value()).build(),
            ProblemCode.NAMESPACE_NOT_FOUND);
  }
}
