package io.github.temporalgateway.waiting;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.CallerToken;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.grpc.Deadline;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Finds the run that a caller is going to wait for. When thousands begin to wait at once, Temporal
 * is asked for a few at a time, once for all who have come for the same execution meanwhile, and
 * again when it has too much to do: the caller has said that it has time.
 */
@Component
public class AwaitedRuns {

  private static final int AT_ONCE = 64;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Set<ProblemCode> PASSING =
      Set.of(ProblemCode.TEMPORAL_TIMEOUT, ProblemCode.RESOURCE_EXHAUSTED);

  private final Executions executions;
  private final TemporalConnections connections;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /** Questions that have not been asked yet; an answer may not be older than who gets it. */
  private final ConcurrentMap<AskedRun, CompletableFuture<WorkflowExecutionInfo>> questions =
      new ConcurrentHashMap<>();

  AwaitedRuns(Executions executions, TemporalConnections connections) {
    this.executions = executions;
    this.connections = connections;
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
        return shared(ref, attempt, wait);
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

  private WorkflowExecutionInfo shared(
      ExecutionRef ref, Supplier<DescribeWorkflowExecutionResponse> attempt, Wait wait) {
    CompletableFuture<WorkflowExecutionInfo> own = new CompletableFuture<>();
    AskedRun question = new AskedRun(ref, connections.namespace(ref.namespace()).tokenOfCaller());
    CompletableFuture<WorkflowExecutionInfo> others = questions.putIfAbsent(question, own);
    if (others == null) {
      ask(question, own, attempt, wait);
    }
    return answer(others == null ? own : others, attempt, wait);
  }

  private void ask(
      AskedRun question,
      CompletableFuture<WorkflowExecutionInfo> answer,
      Supplier<DescribeWorkflowExecutionResponse> attempt,
      Wait wait) {
    boolean turn = acquired(wait.left());
    questions.remove(question);
    try {
      answer.complete(attempt.get().getWorkflowExecutionInfo());
    } catch (RuntimeException failed) {
      answer.completeExceptionally(failed);
    } finally {
      if (turn) {
        turns.release();
      }
    }
  }

  /** Who asks for all may have more time than others have; they ask by themselves then. */
  private static WorkflowExecutionInfo answer(
      CompletableFuture<WorkflowExecutionInfo> question,
      Supplier<DescribeWorkflowExecutionResponse> attempt,
      Wait wait) {
    try {
      return question.isDone()
          ? question.join()
          : question.copy().orTimeout(wait.left().toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException failed) {
      return switch (failed.getCause()) {
        case GatewayException refused -> throw refused;
        case TimeoutException _ -> attempt.get().getWorkflowExecutionInfo();
        case null, default -> throw failed;
      };
    }
  }

  /** Whoever gets no turn in time asks all the same: it has no other way to an answer. */
  private boolean acquired(Duration within) {
    try {
      return turns.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
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

  /** What is asked, and with whose token where callers' tokens go on to Temporal. */
  private record AskedRun(ExecutionRef ref, CallerToken token) {}
}
