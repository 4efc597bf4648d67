package io.github.temporalgateway.batch;

import static io.github.temporalgateway.problem.ProblemCode.IDEMPOTENCY_CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.INVALID_ARGUMENT;
import static io.github.temporalgateway.problem.ProblemCode.INVALID_QUERY;

import io.github.temporalgateway.connection.TimedContext;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.workflow.WorkflowIds;
import io.grpc.Deadline;
import io.temporal.api.workflowservice.v1.DescribeBatchOperationResponse;
import io.temporal.api.workflowservice.v1.StartBatchOperationRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Starts batches, once for each key: the key makes the id, of which Temporal takes one batch. */
@Service
class BatchStarts {

  private static final Logger log = LoggerFactory.getLogger(BatchStarts.class);

  private static final long LONGEST_SEARCH_SECONDS = 3;

  private final BatchCalls calls;
  private final InstantSource clock;

  BatchStarts(BatchCalls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  /** Listed runs are judged before a batch starts, and not again for a retry of its start. */
  StartedBatch start(PermittedBatch batch, @Nullable IdempotencyKey key) {
    NamespaceName namespace = batch.namespace();
    StartBatchRequest body = batch.body();
    if (key == null) {
      batch.requireRuns();
      BatchRef ref = new BatchRef(namespace, WorkflowIds.random(clock.instant()));
      StartBatchOperationRequest request =
          BatchMapper.toProto(ref, body, calls.identity(ref)).build();
      return startOnce(ref, request, () -> found(ref));
    }
    BatchRef ref = new BatchRef(namespace, WorkflowIds.of(namespace, "batch", key));
    BatchMark mark = BatchMark.of(BatchMapper.toProto(ref, body, "").build());
    return replay(ref, mark)
        .orElseGet(() -> {
          batch.requireRuns();
          StartBatchOperationRequest request =
              BatchMapper.toProto(ref, body, calls.identity(ref) + mark).build();
          return startOnce(ref, request, () -> replay(ref, mark));
        });
  }

  /**
   * Some refusals are no last word: what was refused may be the second try of a call whose first
   * one has worked and whose answer was lost, and another request with the same key may be at it
   * just now.
   *
   * @param there the batch, when it is there
   */
  private StartedBatch startOnce(
      BatchRef ref, StartBatchOperationRequest request, Supplier<Optional<StartedBatch>> there) {
    try {
      send(ref, request);
    } catch (GatewayException refused) {
      if (!mayBeThere(refused.code())) {
        throw refused;
      }
      return search(there, refused).orElseThrow(() -> refused);
    }
    return new StartedBatch(ref, calls.describe(ref), false);
  }

  private static boolean mayBeThere(ProblemCode refusal) {
    return switch (refusal) {
      case WORKFLOW_ALREADY_STARTED,
          CONFLICT,
          RESOURCE_EXHAUSTED,
          TEMPORAL_UNAVAILABLE,
          TEMPORAL_TIMEOUT,
          TEMPORAL_ERROR ->
          true;
      default -> false;
    };
  }

  /** A search that fails says nothing about the start, so its caller hears of the refusal. */
  private static Optional<StartedBatch> search(
      Supplier<Optional<StartedBatch>> there, GatewayException refused) {
    Deadline end = Deadline.after(LONGEST_SEARCH_SECONDS, TimeUnit.SECONDS);
    try (TimedContext _ = TimedContext.until(end)) {
      return there.get();
    } catch (GatewayException failed) {
      throw failed.code() == IDEMPOTENCY_CONFLICT ? failed : refused;
    }
  }

  /** The batch of an id that nobody else can have. */
  private Optional<StartedBatch> found(BatchRef ref) {
    return calls.find(ref).map(found -> new StartedBatch(ref, found, false));
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
      if (refused.code() == INVALID_ARGUMENT) {
        checkQuery(ref, request.getVisibilityQuery());
      }
      throw refused;
    }
  }

  /** Throws when the query is to blame. */
  private void checkQuery(BatchRef ref, String query) {
    try {
      calls.checkQuery(ref, query);
    } catch (GatewayException failed) {
      if (failed.code() == INVALID_QUERY) {
        throw failed;
      }
      log.debug("The query could not be checked: {}", failed.detail());
    }
  }

  /**
   * A batch that was started.
   *
   * @param replayed whether an earlier request with the same key started it
   */
  record StartedBatch(BatchRef ref, DescribeBatchOperationResponse found, boolean replayed) {}
}
