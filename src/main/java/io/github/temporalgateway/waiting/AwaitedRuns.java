package io.github.temporalgateway.waiting;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.grpc.Deadline;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Finds the run that a caller is going to wait for. When thousands begin to wait at once, Temporal
 * is asked for a few at a time, and again when it has too much to do: the caller has said that it
 * has time.
 */
@Component
public class AwaitedRuns {

  private static final int AT_ONCE = 64;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Set<ProblemCode> PASSING =
      Set.of(ProblemCode.TEMPORAL_TIMEOUT, ProblemCode.RESOURCE_EXHAUSTED);

  private final Executions executions;
  private final Semaphore askers = new Semaphore(AT_ONCE, true);

  AwaitedRuns(Executions executions) {
    this.executions = executions;
  }

  /**
   * What Temporal knows of the execution now.
   *
   * @throws GatewayException 404 {@code workflow-not-found} when there is none; what Temporal said
   *     last when the wait is over
   */
  public WorkflowExecutionInfo of(ExecutionRef ref, Wait wait) {
    Supplier<DescribeWorkflowExecutionResponse> attempt = () -> executions.describe(ref);
    while (true) {
      try {
        return inTurn(attempt, wait).getWorkflowExecutionInfo();
      } catch (GatewayException refused) {
        if (!PASSING.contains(refused.code()) || wait.left().compareTo(PAUSE) < 0) {
          throw refused;
        }
      }
      pause();
      Deadline end = Deadline.after(wait.left().toMillis(), TimeUnit.MILLISECONDS);
      attempt = () -> executions.describe(ref, end);
    }
  }

  private <R> R inTurn(Supplier<R> attempt, Wait wait) {
    boolean turn = acquired(wait.left());
    try {
      return attempt.get();
    } finally {
      if (turn) {
        askers.release();
      }
    }
  }

  /** Whoever gets no turn in time asks all the same: it has no other way to an answer. */
  private boolean acquired(Duration within) {
    try {
      return askers.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
