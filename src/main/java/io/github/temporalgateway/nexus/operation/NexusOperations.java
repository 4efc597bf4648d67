package io.github.temporalgateway.nexus.operation;

import static io.github.temporalgateway.problem.ProblemCode.NEXUS_OPERATION_NOT_FOUND;

import io.github.temporalgateway.connection.CanonicalHash;
import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.EntityTag;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.waiting.Looks;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.DeleteNexusOperationExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeNexusOperationExecutionResponse;
import io.temporal.api.workflowservice.v1.RequestCancelNexusOperationExecutionRequest;
import io.temporal.api.workflowservice.v1.TerminateNexusOperationExecutionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Describes and ends Nexus Operations. */
@Service
class NexusOperations {

  private final TemporalConnections connections;
  private final NexusOperationMapper mapper;
  private final Looks looks;

  NexusOperations(TemporalConnections connections, NexusOperationMapper mapper, Looks looks) {
    this.looks = looks;
    this.connections = connections;
    this.mapper = mapper;
  }

  /**
   * Describes an operation.
   *
   * @param known the ETags that the caller has, as in If-None-Match; with a wait, the answer comes
   *     when the operation is no longer as one of them says
   */
  DescribedOperation describe(
      NexusOperationRef ref, @Nullable String known, Wait wait, Links links) {
    return looks.changed(
        wait,
        describe(ref, links),
        latest -> EntityTag.isKnown(known, latest.etag()),
        () -> describe(ref, links));
  }

  private DescribedOperation describe(NexusOperationRef ref, Links links) {
    DescribeNexusOperationExecutionResponse found = find(ref);
    return new DescribedOperation(
        mapper.toDescription(ref, found, links),
        '"' + CanonicalHash.of(List.of(NexusOperationMapper.withoutTime(found))) + '"');
  }

  NexusOutcome outcome(NexusOperationRef ref) {
    return mapper.toOutcome(ref, find(ref));
  }

  /** Asking again does no harm, although Temporal calls it a conflict. */
  void cancel(NexusOperationRef ref, String reason) {
    RequestCancelNexusOperationExecutionRequest request =
        RequestCancelNexusOperationExecutionRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setOperationId(ref.operationId())
            .setRunId(ref.runId())
            .setReason(reason)
            .setRequestId(UUID.randomUUID().toString())
            .setIdentity(connection(ref).identity())
            .build();
    try {
      var _ = call(ref, WorkflowServiceBlockingStub::requestCancelNexusOperationExecution, request);
    } catch (TemporalException refused) {
      if (!refused.detail().startsWith("cancellation already requested")) {
        throw refused;
      }
    }
  }

  void terminate(NexusOperationRef ref, String reason) {
    var _ =
        call(
            ref,
            WorkflowServiceBlockingStub::terminateNexusOperationExecution,
            TerminateNexusOperationExecutionRequest.newBuilder()
                .setNamespace(ref.namespace().value())
                .setOperationId(ref.operationId())
                .setRunId(ref.runId())
                .setReason(reason)
                .setRequestId(UUID.randomUUID().toString())
                .setIdentity(connection(ref).identity())
                .build());
  }

  void delete(NexusOperationRef ref) {
    var _ =
        call(
            ref,
            WorkflowServiceBlockingStub::deleteNexusOperationExecution,
            DeleteNexusOperationExecutionRequest.newBuilder()
                .setNamespace(ref.namespace().value())
                .setOperationId(ref.operationId())
                .setRunId(ref.runId())
                .build());
  }

  private DescribeNexusOperationExecutionResponse find(NexusOperationRef ref) {
    return call(
        ref,
        WorkflowServiceBlockingStub::describeNexusOperationExecution,
        NexusOperationMapper.toDescribe(ref));
  }

  private <Q, R> R call(
      NexusOperationRef ref, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    try {
      return connection(ref).call(rpc, request, NEXUS_OPERATION_NOT_FOUND);
    } catch (TemporalException refused) {
      throw ref.named(refused);
    }
  }

  private NamespaceConnection connection(NexusOperationRef ref) {
    return connections.namespace(ref.namespace());
  }

  /**
   * A description and its version.
   *
   * @param body the description
   * @param etag strong ETag (RFC 9110 §8.8.3), with its quotation marks
   */
  record DescribedOperation(NexusOperationDescription body, String etag) {}
}
