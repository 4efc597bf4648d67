package io.github.temporalgateway.samples;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInterface;
import io.temporal.failure.ApplicationFailure;
import java.util.Base64;

/** What the sample Workflows leave to Activities. */
@ActivityInterface
public interface SampleActivities {

  /** Fails with the first attempt, and returns the number of the attempt afterwards. */
  String flaky();

  /**
   * Leaves its completion to somebody else. Its heartbeat details are its task token in base64, so
   * that a test can read the token from the description of the Workflow Execution.
   */
  String external();

  /** Returns {@code slow} after {@link SlowAnswers#TIME}. */
  String slow();

  /** Does on the calling thread what {@link #slow} does. */
  static String slowly() {
    try {
      Thread.sleep(SlowAnswers.TIME);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupt);
    }
    return "slow";
  }

  /** Runs in the sample worker. */
  final class Impl implements SampleActivities {

    @Override
    public String flaky() {
      int attempt = Activity.getExecutionContext().getInfo().getAttempt();
      if (attempt == 1) {
        throw ApplicationFailure.newFailure("The first attempt always fails.", "FirstAttempt");
      }
      return "attempt " + attempt;
    }

    @Override
    public String external() {
      ActivityExecutionContext context = Activity.getExecutionContext();
      context.heartbeat(Base64.getEncoder().encodeToString(context.getTaskToken()));
      context.doNotCompleteOnReturn();
      return "";
    }

    @Override
    public String slow() {
      return slowly();
    }
  }
}
