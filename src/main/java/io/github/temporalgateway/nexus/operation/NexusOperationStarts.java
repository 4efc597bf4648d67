package io.github.temporalgateway.nexus.operation;

import static io.github.temporalgateway.problem.ProblemCode.IDEMPOTENCY_CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.NEXUS_ENDPOINT_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.NEXUS_OPERATION_ALREADY_STARTED;

import io.github.temporalgateway.connection.SearchAttributeTypes;
import io.github.temporalgateway.connection.StartRequestId;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.web.Links;
import io.temporal.api.errordetails.v1.NexusOperationExecutionAlreadyStartedFailure;
import io.temporal.api.workflowservice.v1.StartNexusOperationExecutionRequest;
import io.temporal.api.workflowservice.v1.StartNexusOperationExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.serviceclient.StatusUtils;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Starts Nexus Operations. */
@Service
class NexusOperationStarts {

  private final TemporalConnections connections;
  private final SearchAttributeTypes types;

  NexusOperationStarts(TemporalConnections connections, SearchAttributeTypes types) {
    this.connections = connections;
    this.types = types;
  }

  /**
   * Starts one, once for each key: Temporal knows the request id again, and tells that of the
   * operation in the way.
   */
  StartedOperation start(
      NamespaceName namespace,
      StartNexusOperationBody body,
      @Nullable IdempotencyKey key,
      Links links) {
    NexusOperationRef ref = new NexusOperationRef(namespace, idOf(body, key), "");
    StartNexusOperationExecutionRequest.Builder request =
        NexusStartMapper.toStart(
            ref, body, types.of(namespace, SearchAttributeMapper.untyped(body.searchAttributes())));
    StartRequestId id = StartRequestId.of(key, request.build());
    StartNexusOperationExecutionRequest start =
        request
            .setRequestId(id.value())
            .setIdentity(connections.namespace(namespace).identity())
            .build();
    if (key != null) {
      try {
        return started(ref, call(ref, NexusStartMapper.careful(start)), true, links);
      } catch (TemporalException refused) {
        checkSameRequest(refused, ref, id, links);
      }
    }
    try {
      return started(ref, call(ref, start), false, links);
    } catch (TemporalException refused) {
      throw explained(refused, ref, links);
    }
  }

  /** Lets the start go on only when an operation of somebody else is in its way. */
  private static void checkSameRequest(
      TemporalException refused, NexusOperationRef ref, StartRequestId id, Links links) {
    NexusOperationExecutionAlreadyStartedFailure taken = inTheWay(refused);
    if (taken == null) {
      throw refused;
    }
    if (id.isOtherRequestOfSameKey(taken.getStartRequestId())) {
      throw refusal(
          IDEMPOTENCY_CONFLICT,
          "The Idempotency-Key has started this Nexus Operation with another request.",
          ref.atRun(taken.getRunId()),
          links);
    }
  }

  private StartNexusOperationExecutionResponse call(
      NexusOperationRef ref, StartNexusOperationExecutionRequest request) {
    return connections
        .namespace(ref.namespace())
        .call(
            WorkflowServiceBlockingStub::startNexusOperationExecution,
            request,
            NEXUS_ENDPOINT_NOT_FOUND);
  }

  private static StartedOperation started(
      NexusOperationRef ref,
      StartNexusOperationExecutionResponse response,
      boolean careful,
      Links links) {
    NexusOperationRef run = ref.atRun(response.getRunId());
    return new StartedOperation(
        new NexusOperationHandle(
            run.namespace().value(),
            run.operationId(),
            run.runId(),
            response.getStarted(),
            run.links(links)),
        careful && !response.getStarted());
  }

  private static GatewayException explained(
      TemporalException refused, NexusOperationRef ref, Links links) {
    NexusOperationExecutionAlreadyStartedFailure taken = inTheWay(refused);
    return taken == null
        ? refused
        : refusal(
            NEXUS_OPERATION_ALREADY_STARTED, refused.detail(), ref.atRun(taken.getRunId()), links);
  }

  private static GatewayException refusal(
      ProblemCode code, String detail, NexusOperationRef run, Links links) {
    return new RefusedException(code, detail)
        .aboutOperation(run.operationId(), run.runId())
        .at(URI.create(run.links(links).self()));
  }

  private static @Nullable NexusOperationExecutionAlreadyStartedFailure inTheWay(
      TemporalException refused) {
    return StatusUtils.getFailure(
        refused.grpc(), NexusOperationExecutionAlreadyStartedFailure.class);
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

  /**
   * What a start has led to.
   *
   * @param replayed whether an earlier start with the same Idempotency-Key made it
   */
  record StartedOperation(NexusOperationHandle handle, boolean replayed) {}
}
