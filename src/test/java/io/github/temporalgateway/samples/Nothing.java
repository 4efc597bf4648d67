package io.github.temporalgateway.samples;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Completes without a result. */
@WorkflowInterface
public interface Nothing {

  /** Does nothing. */
  @WorkflowMethod
  void run();

  /** Completes at once. */
  final class Impl implements Nothing {

    @Override
    public void run() {}
  }
}
