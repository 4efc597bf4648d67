package io.github.temporalgateway.workflow;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.security.Permit;
import io.github.temporalgateway.waiting.AwaitedRuns;
import io.github.temporalgateway.waiting.ClosedRuns;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Waits for executions to close and says how they did. */
@Service
public class Outcomes {

  private final AwaitedRuns runs;
  private final ClosedRuns closedRuns;
  private final EndingMapper mapper;

  Outcomes(AwaitedRuns runs, ClosedRuns closedRuns, EndingMapper mapper) {
    this.runs = runs;
    this.closedRuns = closedRuns;
    this.mapper = mapper;
  }

  /**
   * The ending of an execution as a caller names it: of the run that it names, otherwise of the
   * whole chain of retries and continuations. No thread is kept for the wait.
   */
  CompletableFuture<Ending> of(ExecutionRef ref, Wait wait) {
    WorkflowExecutionInfo info = runs.of(ref, wait);
    ExecutionRef run = ref.atRun(info.getExecution().getRunId());
    Permit permit = Permit.current();
    permit.requireKind(run, Executions.kindOf(info));
    boolean chain = ref.runId() == null;
    Ending now =
        ExecutionMapper.isOpen(info.getStatus())
            ? new Ending.Open(run, ExecutionMapper.statusOf(info.getStatus()))
            : now(run, chain ? permit : null);
    return now instanceof Ending.Open open && !wait.none()
        ? later(open, chain ? permit : null, wait)
        : CompletableFuture.completedFuture(now);
  }

  /**
   * The ending of one run as it is now, without waiting.
   *
   * @param run a run with its Run Id
   */
  public Ending ofRun(ExecutionRef run) {
    return now(run, null);
  }

  /** The ending of what was just started, its retries and continuations included. */
  CompletableFuture<Ending> ofStarted(ExecutionRef run, Wait wait) {
    return later(open(run), Permit.current(), wait);
  }

  /** Follows the chain where there is a permit for it. */
  private Ending now(ExecutionRef first, @Nullable Permit chain) {
    ExecutionRef run = first;
    while (true) {
      Optional<HistoryEvent> event = closedRuns.closingEvent(run);
      if (event.isEmpty()) {
        return open(run);
      }
      Ending ending = mapper.toEnding(run, event.get());
      if (chain == null || !(ending instanceof Ending.Continued continued)) {
        return ending;
      }
      run = next(continued, event.get(), chain);
    }
  }

  private CompletableFuture<Ending> later(Ending.Open open, @Nullable Permit chain, Wait wait) {
    if (wait.left().isZero()) {
      return CompletableFuture.completedFuture(open);
    }
    return closedRuns
        .closingEvent(open.run(), wait)
        .thenCompose(event -> {
          if (event.isEmpty()) {
            return CompletableFuture.completedFuture(open);
          }
          Ending ending = mapper.toEnding(open.run(), event.get());
          return chain != null && ending instanceof Ending.Continued continued
              ? later(open(next(continued, event.get(), chain)), chain, wait)
              : CompletableFuture.completedFuture(ending);
        });
  }

  private static ExecutionRef next(Ending.Continued continued, HistoryEvent event, Permit permit) {
    ExecutionMapper.newKind(event).ifPresent(kind -> permit.requireKind(continued.next(), kind));
    return continued.next();
  }

  private static Ending.Open open(ExecutionRef run) {
    return new Ending.Open(run, "RUNNING");
  }
}
