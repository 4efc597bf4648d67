package io.github.temporalgateway.nexus.operation;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.waiting.Awaited;
import io.github.temporalgateway.waiting.PolledResult;
import io.github.temporalgateway.waiting.ResultPolls;
import io.grpc.Deadline;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

/** Waits for Nexus Operations to close, beyond the time after which Temporal ends a single poll. */
@Service
class NexusOperationResults {

  /** Temporal answers an empty poll so long before its deadline. */
  private static final long ANSWERED_BEFORE_SECONDS = 1;

  private final TemporalConnections connections;
  private final NexusOperations operations;
  private final NexusOperationMapper mapper;
  private final ResultPolls polls;

  NexusOperationResults(
      TemporalConnections connections,
      NexusOperations operations,
      NexusOperationMapper mapper,
      ResultPolls polls) {
    this.connections = connections;
    this.operations = operations;
    this.mapper = mapper;
    this.polls = polls;
  }

  /** How the operation stands when it has closed or the wait is over. */
  NexusOutcome of(NexusOperationRef ref, Wait wait) {
    NexusOutcome now = operations.outcome(ref);
    if (wait.none() || !(now instanceof NexusOutcome.RunningNexusOperation)) {
      return now;
    }
    NamespaceConnection connection = connections.namespace(ref.namespace());
    try {
      return polls
          .await(
              connection,
              wait,
              Awaited.NEXUS_OPERATION,
              new PolledOperation(connection, mapper, now.run()))
          .orElse(now);
    } catch (TemporalException refused) {
      throw now.run().named(refused);
    }
  }

  private record PolledOperation(
      NamespaceConnection connection, NexusOperationMapper mapper, NexusOperationRef run)
      implements PolledResult<NexusOutcome> {

    @Override
    public Optional<NexusOutcome> poll(Deadline end) {
      return closed(
          mapper.toOutcome(
              run,
              connection
                  .longPollStub()
                  .withDeadline(end.offset(ANSWERED_BEFORE_SECONDS, TimeUnit.SECONDS))
                  .pollNexusOperationExecution(NexusOperationMapper.toPoll(run))));
    }

    @Override
    public Optional<NexusOutcome> read(Deadline end) {
      return closed(
          mapper.toOutcome(
              run,
              connection
                  .stub()
                  .withDeadline(end)
                  .describeNexusOperationExecution(NexusOperationMapper.toDescribe(run))));
    }

    private static Optional<NexusOutcome> closed(NexusOutcome outcome) {
      return outcome instanceof NexusOutcome.RunningNexusOperation
          ? Optional.empty()
          : Optional.of(outcome);
    }
  }
}
