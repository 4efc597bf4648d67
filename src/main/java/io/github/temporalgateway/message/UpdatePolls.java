package io.github.temporalgateway.message;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.waiting.HeldCalls;
import io.github.temporalgateway.waiting.HeldPolls;
import io.grpc.Deadline;
import io.temporal.api.update.v1.Outcome;
import io.temporal.api.workflowservice.v1.PollWorkflowExecutionUpdateRequest;
import io.temporal.api.workflowservice.v1.PollWorkflowExecutionUpdateResponse;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Waits for Updates to complete, beyond the 20 s after which Temporal ends a single poll. */
@Component
class UpdatePolls {

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
    return held.hold(
        wait.caller(),
        context ->
            HeldPolls.until(
                end,
                context,
                connection,
                ProblemCode.UPDATE_NOT_FOUND,
                () -> poll(connection, request, end)));
  }

  private static Optional<Outcome> poll(
      NamespaceConnection connection, PollWorkflowExecutionUpdateRequest request, Deadline end) {
    PollWorkflowExecutionUpdateResponse response =
        connection.longPollStub().withDeadline(end).pollWorkflowExecutionUpdate(request);
    return response.hasOutcome() ? Optional.of(response.getOutcome()) : Optional.empty();
  }
}
