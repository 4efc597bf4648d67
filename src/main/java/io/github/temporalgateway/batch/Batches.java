package io.github.temporalgateway.batch;

import io.github.temporalgateway.connection.ListCalls;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.DescribeBatchOperationResponse;
import io.temporal.api.workflowservice.v1.ListBatchOperationsRequest;
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
    ListBatchOperationsRequest.Builder request = BatchMapper.toList(namespace, page.size());
    return BatchMapper.toPage(
        namespace,
        ListCalls.page(
            page,
            token ->
                connections
                    .namespace(namespace)
                    .call(
                        WorkflowServiceBlockingStub::listBatchOperations,
                        request.setNextPageToken(token).build(),
                        ProblemCode.NAMESPACE_NOT_FOUND)),
        links);
  }

  private long count(NamespaceName namespace, String query, BatchType type) {
    return ListCalls.query(
            connections.namespace(namespace),
            WorkflowServiceBlockingStub::countWorkflowExecutions,
            BatchMapper.toCount(namespace, query, type))
        .getCount();
  }
}
