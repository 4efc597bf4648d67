package io.github.temporalgateway.nexus.operation;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.waiting.HeldCalls;
import io.github.temporalgateway.waiting.HeldPolls;
import io.grpc.Context;
import io.grpc.Deadline;
import io.temporal.api.enums.v1.NexusOperationWaitStage;
import io.temporal.api.workflowservice.v1.PollNexusOperationExecutionRequest;
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
  private final HeldCalls held;

  NexusOperationResults(
      TemporalConnections connections,
      NexusOperations operations,
      NexusOperationMapper mapper,
      HeldCalls held) {
    this.connections = connections;
    this.operations = operations;
    this.mapper = mapper;
    this.held = held;
  }

  /** How the operation stands when it has closed or the wait is over. */
  NexusOutcome of(NexusOperationRef ref, Wait wait) {
    NexusOutcome now = operations.outcome(ref);
    if (wait.none() || !(now instanceof NexusOutcome.RunningNexusOperation)) {
      return now;
    }
    Deadline end = Deadline.after(wait.left().toMillis(), TimeUnit.MILLISECONDS);
    return held.hold(wait.caller(), context -> poll(now, end, context));
  }

  private NexusOutcome poll(NexusOutcome now, Deadline end, Context context) {
    NexusOperationRef run = now.run();
    NamespaceConnection connection = connections.namespace(run.namespace());
    PollNexusOperationExecutionRequest request =
        PollNexusOperationExecutionRequest.newBuilder()
            .setNamespace(run.namespace().value())
            .setOperationId(run.operationId())
            .setRunId(run.runId())
            .setWaitStage(NexusOperationWaitStage.NEXUS_OPERATION_WAIT_STAGE_CLOSED)
            .build();
    return HeldPolls.until(
            end,
            context,
            connection,
            ProblemCode.NEXUS_OPERATION_NOT_FOUND,
            () ->
                closed(
                    mapper.toOutcome(
                        run,
                        connection
                            .longPollStub()
                            .withDeadline(end.offset(ANSWERED_BEFORE_SECONDS, TimeUnit.SECONDS))
                            .pollNexusOperationExecution(request))))
        .orElse(now);
  }

  private static Optional<NexusOutcome> closed(NexusOutcome outcome) {
    return outcome instanceof NexusOutcome.RunningNexusOperation
        ? Optional.empty()
        : Optional.of(outcome);
  }
}
