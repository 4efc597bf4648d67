package io.github.temporalgateway.connection;

import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.GrpcTranslator;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/**
 * Calls that only a Worker can answer. Temporal lets them hang for half a minute when there is
 * none; this looks whether anybody polls the Task Queue as soon as an answer is late, and not
 * before.
 */
@Component
public final class WorkerCalls {

  private final TemporalConnections connections;
  private final Pollers pollers;
  private final Executions executions;
  private final Duration timeout;

  WorkerCalls(
      TemporalConnections connections,
      Pollers pollers,
      Executions executions,
      TemporalProperties properties) {
    this.executions = executions;
    this.timeout = properties.queryTimeout();
    this.connections = connections;
    this.pollers = pollers;
  }

  /**
   * Calls one RPC.
   *
   * @param ref the execution whose Worker is to answer
   * @param caller whose hanging up ends the call
   * @throws RefusedException 503 {@code no-worker} when nobody polls its Task Queue
   * @throws RefusedException 504 {@code temporal-timeout} when the Workflow Task fails
   * @throws io.github.temporalgateway.problem.TemporalException when Temporal refuses or fails
   */
  public <Q, R> R call(
      ExecutionRef ref,
      BiFunction<WorkflowServiceBlockingStub, Q, R> rpc,
      Q request,
      CallerWatch caller) {
    NamespaceConnection connection = connections.namespace(ref.namespace());
    Context looking = connection.contextOfCaller();
    TimedContext time = TimedContext.within(timeout);
    LateCall late = new LateCall(time, caller, looking, () -> noWorker(ref));
    try (time;
        late) {
      return connection.retrying(() -> rpc.apply(connection.stub(), request));
    } catch (StatusRuntimeException error) {
      GatewayException noWorker = late.verdict();
      throw noWorker != null
          ? noWorker
          : explained(error, ref).about(ref.workflowId(), ref.runId());
    }
  }

  private GatewayException explained(StatusRuntimeException error, ExecutionRef ref) {
    return error.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED
        ? failingTask(ref)
            .orElseGet(() -> GrpcTranslator.translate(error, ProblemCode.WORKFLOW_NOT_FOUND))
        : GrpcTranslator.translate(error, ProblemCode.WORKFLOW_NOT_FOUND);
  }

  /**
   * That the Workflow Task is what fails. From its third attempt on Temporal refuses to ask; before
   * that it cannot be known whether the attempt is going to fail, so this is said only afterwards.
   */
  private Optional<GatewayException> failingTask(ExecutionRef ref) {
    try {
      Deadline soon = Deadline.after(1, TimeUnit.SECONDS);
      int attempt = executions.describe(ref, soon).getPendingWorkflowTask().getAttempt();
      return attempt > 1
          ? Optional.of(
              new RefusedException(
                  ProblemCode.TEMPORAL_TIMEOUT,
                  "No Worker completes the Workflow Task, which is at attempt %d. The execution's"
                          .formatted(attempt)
                      + " /diagnosis says why."))
          : Optional.empty();
    } catch (GatewayException _) {
      return Optional.empty();
    }
  }

  private Optional<GatewayException> noWorker(ExecutionRef ref) {
    return pollers
        .queueWithoutPollers(ref)
        .map(idle ->
            new RefusedException(
                    ProblemCode.NO_WORKER, "No Worker polls the Task Queue '" + idle + "'.")
                .about(ref.workflowId(), ref.runId()));
  }
}
