package io.github.temporalgateway.batch;

import static io.github.temporalgateway.problem.ProblemCode.BATCH_NOT_FOUND;

import io.github.temporalgateway.connection.ListCalls;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.DescribeBatchOperationRequest;
import io.temporal.api.workflowservice.v1.DescribeBatchOperationResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Sends calls about one batch. Temporal speaks of the Workflow that it is made of. */
@Component
class BatchCalls {

  private final TemporalConnections connections;

  BatchCalls(TemporalConnections connections) {
    this.connections = connections;
  }

  <Q, R> R call(BatchRef ref, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    try {
      return connections.namespace(ref.namespace()).call(rpc, request, BATCH_NOT_FOUND);
    } catch (TemporalException refused) {
      throw switch (refused.code()) {
        case BATCH_NOT_FOUND ->
            new RefusedException(BATCH_NOT_FOUND, "There is no batch '" + ref.jobId() + "'.");
        case WORKFLOW_CLOSED ->
            new RefusedException(ProblemCode.CONFLICT, "The batch has ended already.");
        default -> refused;
      };
    }
  }

  DescribeBatchOperationResponse describe(BatchRef ref) {
    return call(
        ref,
        WorkflowServiceBlockingStub::describeBatchOperation,
        DescribeBatchOperationRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setJobId(ref.jobId())
            .build());
  }

  /** The batch, if there is one. */
  Optional<DescribeBatchOperationResponse> find(BatchRef ref) {
    try {
      return Optional.of(describe(ref));
    } catch (RefusedException none) {
      if (none.code() != BATCH_NOT_FOUND) {
        throw none;
      }
      return Optional.empty();
    }
  }

  /**
   * Lets a query pass that Temporal understands.
   *
   * @throws GatewayException also 422 {@code invalid-query}
   */
  void checkQuery(BatchRef ref, String query) {
    if (!query.isEmpty()) {
      var _ =
          ListCalls.query(
              connections.namespace(ref.namespace()),
              WorkflowServiceBlockingStub::countWorkflowExecutions,
              CountWorkflowExecutionsRequest.newBuilder()
                  .setNamespace(ref.namespace().value())
                  .setQuery(query)
                  .build());
    }
  }

  String identity(BatchRef ref) {
    return connections.namespace(ref.namespace()).identity();
  }
}
