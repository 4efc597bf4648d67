package io.github.temporalgateway.samples;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** Sleeps as long as it is told, and can be canceled and timed out meanwhile. */
@WorkflowInterface
public interface Sleep {

  /** Sleeps for so many seconds, then returns {@code slept}. */
  @WorkflowMethod
  String sleep(double seconds);

  /** Sleeps on a durable timer. */
  final class Impl implements Sleep {

    @Override
    public String sleep(double seconds) {
      Workflow.sleep(Duration.ofMillis(Math.round(seconds * 1000)));
      return "slept";
    }
  }
}
