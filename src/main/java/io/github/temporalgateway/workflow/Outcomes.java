package io.github.temporalgateway.workflow;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.waiting.ClosedRuns;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Waits for executions to close and says how they did. */
@Service
public class Outcomes {

  private final Executions executions;
  private final ClosedRuns closedRuns;
  private final EndingMapper mapper;

  Outcomes(Executions executions, ClosedRuns closedRuns, EndingMapper mapper) {
    this.executions = executions;
    this.closedRuns = closedRuns;
    this.mapper = mapper;
  }

  /**
   * The ending of an execution as a caller names it: of the run that it names, otherwise of the
   * whole chain of retries and continuations.
   */
  Ending of(ExecutionRef ref, Wait wait) {
    WorkflowExecutionInfo info = executions.describe(ref).getWorkflowExecutionInfo();
    ExecutionRef run = ref.atRun(info.getExecution().getRunId());
    boolean open = ExecutionMapper.isOpen(info.getStatus());
    if (open && wait.none()) {
      return new Ending.Open(run, ExecutionMapper.statusOf(info.getStatus()));
    }
    return follow(run, ref.runId() == null, open ? wait : Wait.NONE, wait);
  }

  /**
   * The ending of one run as it is now, without waiting.
   *
   * @param run a run with its Run Id
   */
  public Ending ofRun(ExecutionRef run) {
    return follow(run, false, Wait.NONE, Wait.NONE);
  }

  /** The ending of what was just started, its retries and continuations included. */
  Ending ofStarted(ExecutionRef run, Wait wait) {
    return follow(run, true, wait, wait);
  }

  private Ending follow(ExecutionRef first, boolean chain, Wait firstWait, Wait wait) {
    long start = System.nanoTime();
    ExecutionRef run = first;
    Wait now = firstWait;
    while (true) {
      Optional<HistoryEvent> event = closedRuns.closingEvent(run, now);
      if (event.isEmpty()) {
        return new Ending.Open(run, "RUNNING");
      }
      Ending ending = mapper.toEnding(run, event.get());
      if (!chain || !(ending instanceof Ending.Continued continued)) {
        return ending;
      }
      run = continued.next();
      now = rest(wait, start);
    }
  }

  private static Wait rest(Wait wait, long start) {
    Duration left = wait.time().minusNanos(System.nanoTime() - start);
    return left.isPositive() ? new Wait(left, wait.caller()) : Wait.NONE;
  }
}
