package io.github.temporalgateway.samples;

import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/** Stays open until it is told to proceed, and answers messages meanwhile. */
@WorkflowInterface
public interface WaitForSignal {

  /** Returns the value of the signal {@code proceed}. */
  @WorkflowMethod
  @Nullable RawValue run();

  /** Lets the Workflow complete with this value. */
  @SignalMethod
  void proceed(@Nullable RawValue value);

  /** Returns what happened so far. */
  @QueryMethod
  State state();

  /** Returns the total, multiplied. */
  @QueryMethod
  int times(int factor);

  /** Always fails. */
  @QueryMethod
  String broken();

  /** Adds to the total and returns it; negative numbers are rejected, 13 fails. */
  @UpdateMethod
  int add(int number);

  /** Rejects negative numbers. */
  @UpdateValidatorMethod(updateName = "add")
  void validateAdd(int number);

  /** Is accepted at once, and adds and returns only when the signal {@code proceed} is there. */
  @UpdateMethod
  int addLater(int number);

  /** What the Workflow has seen so far. */
  record State(boolean proceeding, int total) {}

  /** Keeps a running total. */
  final class Impl implements WaitForSignal {

    private boolean proceeding;
    private @Nullable RawValue value;
    private int total;

    @Override
    public @Nullable RawValue run() {
      Workflow.await(() -> proceeding && Workflow.isEveryHandlerFinished());
      return value;
    }

    @Override
    public void proceed(@Nullable RawValue value) {
      this.value = value;
      this.proceeding = true;
    }

    @Override
    public State state() {
      return new State(proceeding, total);
    }

    @Override
    public int times(int factor) {
      return total * factor;
    }

    @Override
    public String broken() {
      throw new IllegalStateException("This query is broken.");
    }

    @Override
    public void validateAdd(int number) {
      if (number < 0) {
        throw new IllegalArgumentException("The number is negative.");
      }
    }

    @Override
    public int add(int number) {
      if (number == 13) {
        throw ApplicationFailure.newFailure("13 brings bad luck.", "BadLuck", number);
      }
      total += number;
      return total;
    }

    @Override
    public int addLater(int number) {
      Workflow.await(() -> proceeding);
      return add(number);
    }
  }
}
