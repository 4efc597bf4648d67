package io.github.temporalgateway.batch;

import static io.github.temporalgateway.problem.ProblemCode.IDEMPOTENCY_CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.INVALID_ARGUMENT;
import static io.github.temporalgateway.problem.ProblemCode.INVALID_QUERY;

import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.workflow.WorkflowIds;
import io.temporal.api.workflowservice.v1.DescribeBatchOperationResponse;
import io.temporal.api.workflowservice.v1.StartBatchOperationRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Starts batches, once for each key: the key makes the id, of which Temporal takes one batch. */
@Service
class BatchStarts {

  private final BatchCalls calls;
  private final InstantSource clock;

  BatchStarts(BatchCalls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  StartedBatch start(
      NamespaceName namespace, StartBatchRequest body, @Nullable IdempotencyKey key) {
    if (key == null) {
      BatchRef ref = new BatchRef(namespace, WorkflowIds.random(clock.instant()));
      send(ref, BatchMapper.toProto(ref, body, calls.identity(ref)).build());
      return new StartedBatch(ref, calls.describe(ref), false);
    }
    BatchRef ref = new BatchRef(namespace, WorkflowIds.of(namespace, "batch", key));
    BatchMark mark = BatchMark.of(BatchMapper.toProto(ref, body, "").build());
    return replay(ref, mark).orElseGet(() -> startOnce(ref, body, mark));
  }

  /** Another request with the key may be at it just now, so a refusal is no last word. */
  private StartedBatch startOnce(BatchRef ref, StartBatchRequest body, BatchMark mark) {
    try {
      send(ref, BatchMapper.toProto(ref, body, calls.identity(ref) + mark).build());
    } catch (TemporalException refused) {
      return replay(ref, mark).orElseThrow(() -> refused);
    }
    return new StartedBatch(ref, calls.describe(ref), false);
  }

  private Optional<StartedBatch> replay(BatchRef ref, BatchMark mark) {
    return calls
        .find(ref)
        .map(found -> {
          if (!mark.isIn(found.getIdentity())) {
            throw new RefusedException(
                IDEMPOTENCY_CONFLICT,
                "The Idempotency-Key has started a batch with another request.");
          }
          return new StartedBatch(ref, found, true);
        });
  }

  private void send(BatchRef ref, StartBatchOperationRequest request) {
    try {
      calls.call(ref, WorkflowServiceBlockingStub::startBatchOperation, request);
    } catch (TemporalException refused) {
      throw refused.code() == INVALID_ARGUMENT && !request.getVisibilityQuery().isEmpty()
          ? new RefusedException(INVALID_QUERY, refused.detail())
          : refused;
    }
  }

  /**
   * A batch that was started.
   *
   * @param replayed whether an earlier request with the same key started it
   */
  record StartedBatch(BatchRef ref, DescribeBatchOperationResponse found, boolean replayed) {}
}
