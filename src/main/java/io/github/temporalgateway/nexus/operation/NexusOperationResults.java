package io.github.temporalgateway.nexus.operation;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.ProblemCode;
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

  private static final long LONGEST_READ_SECONDS = 5;

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
    return polls
        .await(
            connection,
            wait,
            ProblemCode.NEXUS_OPERATION_NOT_FOUND,
            new PolledOperation(connection, mapper, now.run()))
        .orElse(now);
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
    public Optional<NexusOutcome> read() {
      return closed(
          mapper.toOutcome(
              run,
              connection
                  .stub()
                  .withDeadlineAfter(LONGEST_READ_SECONDS, TimeUnit.SECONDS)
                  .describeNexusOperationExecution(NexusOperationMapper.toDescribe(run))));
    }

    private static Optional<NexusOutcome> closed(NexusOutcome outcome) {
      return outcome instanceof NexusOutcome.RunningNexusOperation
          ? Optional.empty()
          : Optional.of(outcome);
    }
  }
}
