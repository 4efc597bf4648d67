package io.github.temporalgateway.samples;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/** Goes through a chain of runs. */
@WorkflowInterface
public interface ContinueAsNew {

  /**
   * Continues as new so many times, then returns the number of runs.
   *
   * @param earlierRuns how many runs came before this one; the first caller leaves it out
   */
  @WorkflowMethod
  int run(int times, @Nullable Integer earlierRuns);

  /** Counts its runs in an argument. */
  final class Impl implements ContinueAsNew {

    @Override
    public int run(int times, @Nullable Integer earlierRuns) {
      int runs = earlierRuns == null ? 1 : earlierRuns + 1;
      if (times > 0) {
        Workflow.continueAsNew(times - 1, runs);
      }
      return runs;
    }
  }
}
