package io.github.temporalgateway.message;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.GrpcTranslator;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.waiting.HeldCalls;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.StatusRuntimeException;
import io.temporal.api.update.v1.Outcome;
import io.temporal.api.workflowservice.v1.PollWorkflowExecutionUpdateRequest;
import io.temporal.api.workflowservice.v1.PollWorkflowExecutionUpdateResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Waits for Updates to complete, beyond the 20 s after which Temporal ends a single poll. */
@Component
class UpdatePolls {

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final TemporalConnections connections;
  private final HeldCalls held;

  UpdatePolls(TemporalConnections connections, HeldCalls held) {
    this.connections = connections;
    this.held = held;
  }

  /** The outcome, or empty when the wait ended first. */
  Optional<Outcome> outcome(ExecutionRef run, String updateId, Wait wait) {
    NamespaceConnection connection = connections.namespace(run.namespace());
    PollWorkflowExecutionUpdateRequest request =
        MessageMapper.toPoll(run, updateId, true, connection.identity());
    Deadline end = Deadline.after(wait.left().toMillis(), TimeUnit.MILLISECONDS);
    return held.hold(wait.caller(), context -> poll(connection, request, end, context));
  }

  private static Optional<Outcome> poll(
      NamespaceConnection connection,
      PollWorkflowExecutionUpdateRequest request,
      Deadline end,
      Context context) {
    while (!context.isCancelled() && !end.isExpired()) {
      try {
        PollWorkflowExecutionUpdateResponse response =
            connection.longPollStub().withDeadline(end).pollWorkflowExecutionUpdate(request);
        if (response.hasOutcome()) {
          return Optional.of(response.getOutcome());
        }
      } catch (StatusRuntimeException error) {
        switch (error.getStatus().getCode()) {
          case UNAVAILABLE -> {
            connection.hurry();
            HeldCalls.sleep(context, PAUSE);
          }
          case RESOURCE_EXHAUSTED -> HeldCalls.sleep(context, PAUSE);
          case CANCELLED, DEADLINE_EXCEEDED -> {}
          default -> throw GrpcTranslator.translate(error, ProblemCode.UPDATE_NOT_FOUND);
        }
      }
    }
    return Optional.empty();
  }
}
