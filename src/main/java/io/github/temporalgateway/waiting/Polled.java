package io.github.temporalgateway.waiting;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.problem.GrpcTranslator;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.TemporalException;
import io.grpc.Status;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;

/** What a poll for the end of a run has brought. */
sealed interface Polled {

  static Polled of(GetWorkflowExecutionHistoryResponse response) {
    return response.getHistory().getEventsCount() > 0
        ? new Closed(response.getHistory().getEvents(0))
        : new Open(response.getNextPageToken());
  }

  static Polled of(Throwable error) {
    TemporalException failure =
        GrpcTranslator.translate(
            Status.fromThrowable(error).asRuntimeException(Status.trailersFromThrowable(error)),
            ProblemCode.WORKFLOW_NOT_FOUND);
    return switch (failure.code()) {
      case TEMPORAL_TIMEOUT -> new Open(ByteString.EMPTY);
      case RESOURCE_EXHAUSTED -> new Refused();
      case TEMPORAL_UNAVAILABLE -> new Unreachable();
      default -> new Failed(failure);
    };
  }

  /** The run has closed. */
  record Closed(HistoryEvent event) implements Polled {}

  /**
   * The run was open until now.
   *
   * @param token where the next poll goes on; may be empty
   */
  record Open(ByteString token) implements Polled {}

  /** Temporal is asked too much. */
  record Refused() implements Polled {}

  /** Temporal could not be reached. */
  record Unreachable() implements Polled {}

  /** Asking again will not help. */
  record Failed(TemporalException problem) implements Polled {}
}
