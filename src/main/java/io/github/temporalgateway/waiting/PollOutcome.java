package io.github.temporalgateway.waiting;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.connection.Histories;
import io.github.temporalgateway.problem.GrpcTranslator;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.TemporalException;
import io.grpc.Status;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;

/** What a poll for the end of a run has brought. */
sealed interface PollOutcome {

  /** What an answer says. */
  static PollOutcome of(GetWorkflowExecutionHistoryResponse response) {
    return Histories.closingEvent(response)
        .<PollOutcome>map(Closed::new)
        .orElseGet(() -> open(response));
  }

  private static PollOutcome open(GetWorkflowExecutionHistoryResponse response) {
    return response.getHistory().getEventsCount() > 0
        ? new Paused()
        : new StillOpen(response.getNextPageToken());
  }

  /** What a failure means for asking again. */
  static PollOutcome of(Throwable error) {
    TemporalException failure =
        GrpcTranslator.translate(
            Status.fromThrowable(error).asRuntimeException(Status.trailersFromThrowable(error)),
            ProblemCode.WORKFLOW_NOT_FOUND);
    return switch (failure.code()) {
      case TEMPORAL_TIMEOUT -> new StillOpen(ByteString.EMPTY);
      case RESOURCE_EXHAUSTED -> new Refused();
      case TEMPORAL_UNAVAILABLE -> new Unreachable();
      // The gateway's own credential may be replaced by another one; a caller's is not.
      case TEMPORAL_ERROR, UPSTREAM_AUTH -> new Failed(failure, false);
      default -> new Failed(failure, true);
    };
  }

  /** The run has closed. */
  record Closed(HistoryEvent event) implements PollOutcome {}

  /**
   * The run was open until now.
   *
   * @param token where the next poll goes on; may be empty
   */
  record StillOpen(ByteString token) implements PollOutcome {}

  /** The run is paused: Temporal names its newest event, at once, and holds no poll for it. */
  record Paused() implements PollOutcome {}

  /** Temporal is asked too much. */
  record Refused() implements PollOutcome {}

  /** Temporal could not be reached. */
  record Unreachable() implements PollOutcome {}

  /**
   * Something is wrong.
   *
   * @param lasting whether asking again will not help
   */
  record Failed(TemporalException problem, boolean lasting) implements PollOutcome {}
}
