package io.github.temporalgateway.samples;

import io.temporal.activity.LocalActivityOptions;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** Stays open, and takes {@link #TIME} to answer a message. */
@WorkflowInterface
public interface SlowAnswers {

  /** How long each answer takes. */
  Duration TIME = Duration.ofSeconds(3);

  /** Waits until it is terminated. */
  @WorkflowMethod
  void run();

  /** Keeps the Worker busy, then returns {@code slow}. */
  @QueryMethod
  String slowQuery();

  /**
   * Keeps the Worker busy before Temporal hears that it was accepted, then returns {@code slow}.
   */
  @UpdateMethod
  String slowUpdate();

  /** Leaves the waiting of the Update to a local Activity, which holds the Workflow Task. */
  final class Impl implements SlowAnswers {

    private final SampleActivities activities =
        Workflow.newLocalActivityStub(
            SampleActivities.class,
            LocalActivityOptions.newBuilder().setStartToCloseTimeout(TIME.multipliedBy(5)).build());

    @Override
    public void run() {
      Workflow.await(() -> false);
    }

    @Override
    public String slowQuery() {
      return SampleActivities.slowly();
    }

    @Override
    public String slowUpdate() {
      return activities.slow();
    }
  }
}
