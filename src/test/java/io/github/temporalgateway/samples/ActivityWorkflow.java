package io.github.temporalgateway.samples;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs one Activity and returns its result. */
@WorkflowInterface
public interface ActivityWorkflow {

  /**
   * Runs the Activity that succeeds with its second attempt, or the one that somebody else
   * completes.
   *
   * @param kind {@code external} for the latter, anything else for the former
   */
  @WorkflowMethod(name = "Activity")
  String run(@Nullable String kind);

  /** Retries every 100 ms. */
  final class Impl implements ActivityWorkflow {

    private final SampleActivities activities =
        Workflow.newActivityStub(
            SampleActivities.class,
            ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofMinutes(5))
                .setRetryOptions(
                    RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofMillis(100))
                        .setMaximumAttempts(5)
                        .build())
                .build());

    @Override
    public String run(@Nullable String kind) {
      return "external".equals(kind) ? activities.external() : activities.flaky();
    }
  }
}
