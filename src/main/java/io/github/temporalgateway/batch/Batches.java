package io.github.temporalgateway.batch;

import static io.github.temporalgateway.problem.ProblemCode.INVALID_ARGUMENT;
import static io.github.temporalgateway.problem.ProblemCode.INVALID_QUERY;

import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.DescribeBatchOperationResponse;
import io.temporal.api.workflowservice.v1.ListBatchOperationsRequest;
import io.temporal.api.workflowservice.v1.ListBatchOperationsResponse;
import io.temporal.api.workflowservice.v1.StartBatchOperationRequest;
import io.temporal.api.workflowservice.v1.StopBatchOperationRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lists, describes and stops batches, and tells what one would do. */
@Service
class Batches {

  private final TemporalConnections connections;
  private final BatchCalls calls;

  Batches(TemporalConnections connections, BatchCalls calls) {
    this.connections = connections;
    this.calls = calls;
  }

  /** What a batch would do, which is checked as if it were to be done. */
  BatchPreview preview(NamespaceName namespace, StartBatchRequest body) {
    BatchRef nobody = new BatchRef(namespace, "preview");
    StartBatchOperationRequest request = BatchMapper.toProto(nobody, body, "").build();
    BatchType type = BatchType.of(body.operation().type());
    return new BatchPreview(
        body.operation().type(),
        request.getVisibilityQuery().isEmpty()
            ? request.getExecutionsList().stream().distinct().count()
            : count(namespace, request.getVisibilityQuery(), type));
  }

  DescribeBatchOperationResponse describe(BatchRef ref) {
    return calls.describe(ref);
  }

  void stop(BatchRef ref, @Nullable StopBatchRequest body) {
    calls.call(
        ref,
        WorkflowServiceBlockingStub::stopBatchOperation,
        StopBatchOperationRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setJobId(ref.jobId())
            .setReason(StopBatchRequest.reasonOf(body))
            .setIdentity(calls.identity(ref))
            .build());
  }

  BatchPage list(NamespaceName namespace, PageRequest page, Links links) {
    ListBatchOperationsRequest request = BatchMapper.toList(namespace, page);
    try {
      return BatchMapper.toPage(namespace, list(namespace, request), links);
    } catch (GatewayException failed) {
      throw page.token().isEmpty() ? failed : explained(failed, namespace, request);
    }
  }

  private long count(NamespaceName namespace, String query, BatchType type) {
    CountWorkflowExecutionsRequest request = BatchMapper.toCount(namespace, query, type);
    try {
      return connections
          .namespace(namespace)
          .call(
              WorkflowServiceBlockingStub::countWorkflowExecutions,
              request,
              ProblemCode.NAMESPACE_NOT_FOUND)
          .getCount();
    } catch (TemporalException refused) {
      throw refused.code() == INVALID_ARGUMENT
          ? new RefusedException(INVALID_QUERY, refused.detail())
          : refused;
    }
  }

  /** It is the token's fault when the same question without it is answered. */
  private GatewayException explained(
      GatewayException failed, NamespaceName namespace, ListBatchOperationsRequest request) {
    if (failed.code() != ProblemCode.TEMPORAL_ERROR && failed.code() != INVALID_ARGUMENT) {
      return failed;
    }
    try {
      list(namespace, request.toBuilder().clearNextPageToken().setPageSize(1).build());
      return PageRequest.badToken();
    } catch (GatewayException _) {
      return failed;
    }
  }

  private ListBatchOperationsResponse list(
      NamespaceName namespace, ListBatchOperationsRequest request) {
    return connections
        .namespace(namespace)
        .call(
            WorkflowServiceBlockingStub::listBatchOperations,
            request,
            ProblemCode.NAMESPACE_NOT_FOUND);
  }
}
