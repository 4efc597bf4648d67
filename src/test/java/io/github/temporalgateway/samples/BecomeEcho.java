package io.github.temporalgateway.samples;

import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** Goes on as a run of another type. */
@WorkflowInterface
public interface BecomeEcho {

  /** Sleeps so many seconds, then goes on as {@link Echo} of a text. */
  @WorkflowMethod
  Object run(int seconds, String text);

  /** Continues as new. */
  final class Impl implements BecomeEcho {

    @Override
    public Object run(int seconds, String text) {
      Workflow.sleep(Duration.ofSeconds(seconds));
      Workflow.continueAsNew("Echo", ContinueAsNewOptions.newBuilder().build(), text);
      return text;
    }
  }
}
