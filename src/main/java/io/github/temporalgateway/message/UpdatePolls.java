package io.github.temporalgateway.message;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.waiting.Awaited;
import io.github.temporalgateway.waiting.PolledResult;
import io.github.temporalgateway.waiting.ResultPolls;
import io.grpc.Deadline;
import io.temporal.api.update.v1.Outcome;
import io.temporal.api.workflowservice.v1.PollWorkflowExecutionUpdateResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Waits for Updates to complete, beyond the 20 s after which Temporal ends a single poll. */
@Component
class UpdatePolls {

  private final TemporalConnections connections;
  private final ResultPolls polls;

  UpdatePolls(TemporalConnections connections, ResultPolls polls) {
    this.connections = connections;
    this.polls = polls;
  }

  /** The outcome, or empty when the wait ended first. */
  Optional<Outcome> outcome(ExecutionRef run, String updateId, Wait wait) {
    NamespaceConnection connection = connections.namespace(run.namespace());
    return polls.await(
        connection,
        wait,
        Awaited.UPDATE,
        new PolledUpdate(connection, run, updateId, connection.identity()));
  }

  private record PolledUpdate(
      NamespaceConnection connection, ExecutionRef run, String updateId, String identity)
      implements PolledResult<Outcome> {

    @Override
    public Optional<Outcome> poll(Deadline end) {
      return outcome(
          connection
              .longPollStub()
              .withDeadline(end)
              .pollWorkflowExecutionUpdate(MessageMapper.toPoll(run, updateId, true, identity)));
    }

    @Override
    public Optional<Outcome> read(Deadline end) {
      return outcome(
          connection
              .stub()
              .withDeadline(end)
              .pollWorkflowExecutionUpdate(MessageMapper.toPoll(run, updateId, false, identity)));
    }

    private static Optional<Outcome> outcome(PollWorkflowExecutionUpdateResponse response) {
      return response.hasOutcome() ? Optional.of(response.getOutcome()) : Optional.empty();
    }
  }
}
