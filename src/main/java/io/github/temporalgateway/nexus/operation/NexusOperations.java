package io.github.temporalgateway.nexus.operation;

import static io.github.temporalgateway.problem.ProblemCode.NEXUS_ENDPOINT_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.NEXUS_OPERATION_ALREADY_STARTED;
import static io.github.temporalgateway.problem.ProblemCode.NEXUS_OPERATION_NOT_FOUND;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.SearchAttributeTypes;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.DeleteNexusOperationExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeNexusOperationExecutionResponse;
import io.temporal.api.workflowservice.v1.RequestCancelNexusOperationExecutionRequest;
import io.temporal.api.workflowservice.v1.StartNexusOperationExecutionResponse;
import io.temporal.api.workflowservice.v1.TerminateNexusOperationExecutionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Starts, describes and ends Nexus Operations. */
@Service
class NexusOperations {

  private final TemporalConnections connections;
  private final SearchAttributeTypes types;
  private final NexusOperationMapper mapper;

  NexusOperations(
      TemporalConnections connections, SearchAttributeTypes types, NexusOperationMapper mapper) {
    this.connections = connections;
    this.types = types;
    this.mapper = mapper;
  }

  NexusOperationHandle start(
      NamespaceName namespace,
      StartNexusOperationBody body,
      @Nullable IdempotencyKey key,
      Links links) {
    NexusOperationRef ref = new NexusOperationRef(namespace, idOf(body, key), "");
    StartNexusOperationExecutionResponse response =
        call(
            ref,
            NEXUS_ENDPOINT_NOT_FOUND,
            WorkflowServiceBlockingStub::startNexusOperationExecution,
            NexusStartMapper.toStart(
                ref,
                body,
                types.of(namespace, SearchAttributeMapper.untyped(body.searchAttributes())),
                key == null ? UUID.randomUUID().toString() : key.value(),
                connection(ref).identity()));
    NexusOperationRef run = ref.atRun(response.getRunId());
    return new NexusOperationHandle(
        namespace.value(), run.operationId(), run.runId(), response.getStarted(), run.links(links));
  }

  /** A retry with the same key has to meet the same operation. */
  private static String idOf(StartNexusOperationBody body, @Nullable IdempotencyKey key) {
    if (body.operationId() != null) {
      return Identifiers.check("/operationId", body.operationId());
    }
    return key == null
        ? UUID.randomUUID().toString()
        : UUID.nameUUIDFromBytes(key.value().getBytes(StandardCharsets.UTF_8)).toString();
  }

  NexusOperationDescription describe(NexusOperationRef ref, Links links) {
    return mapper.toDescription(ref, find(ref), links);
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
    return call(ref, NEXUS_OPERATION_NOT_FOUND, rpc, request);
  }

  private <Q, R> R call(
      NexusOperationRef ref,
      ProblemCode notFound,
      BiFunction<WorkflowServiceBlockingStub, Q, R> rpc,
      Q request) {
    try {
      return connection(ref).call(rpc, request, notFound);
    } catch (TemporalException refused) {
      throw refused.code() == ProblemCode.WORKFLOW_ALREADY_STARTED
          ? new RefusedException(NEXUS_OPERATION_ALREADY_STARTED, refused.detail())
          : refused;
    }
  }

  private NamespaceConnection connection(NexusOperationRef ref) {
    return connections.namespace(ref.namespace());
  }
}
