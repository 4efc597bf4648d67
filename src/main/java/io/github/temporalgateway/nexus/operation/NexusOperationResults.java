package io.github.temporalgateway.nexus.operation;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.GrpcTranslator;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.waiting.HeldCalls;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.NexusOperationWaitStage;
import io.temporal.api.workflowservice.v1.PollNexusOperationExecutionRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

/** Waits for Nexus Operations to close, beyond the time after which Temporal ends a single poll. */
@Service
class NexusOperationResults {

  private static final Duration PAUSE = Duration.ofMillis(500);

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
    while (!context.isCancelled() && !end.isExpired()) {
      try {
        NexusOutcome outcome =
            mapper.toOutcome(
                run,
                connection.longPollStub().withDeadline(end).pollNexusOperationExecution(request));
        if (!(outcome instanceof NexusOutcome.RunningNexusOperation)) {
          return outcome;
        }
      } catch (StatusRuntimeException error) {
        switch (error.getStatus().getCode()) {
          case UNAVAILABLE -> {
            connection.hurry();
            HeldCalls.sleep(context, PAUSE);
          }
          case RESOURCE_EXHAUSTED -> HeldCalls.sleep(context, PAUSE);
          case CANCELLED, DEADLINE_EXCEEDED -> {}
          default -> throw GrpcTranslator.translate(error, ProblemCode.NEXUS_OPERATION_NOT_FOUND);
        }
      }
    }
    return now;
  }
}
