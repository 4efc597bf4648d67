package io.github.temporalgateway.samples;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Stays open while each of its Workflow Tasks fails, as a Workflow with a bug does. */
@WorkflowInterface
public interface FailingTask {

  /** Throws an exception that fails the Workflow Task and not the Workflow. */
  @WorkflowMethod
  String run();

  /** Fails until it is terminated. */
  final class Impl implements FailingTask {

    @Override
    public String run() {
      throw new IllegalStateException("This Workflow has a bug.");
    }
  }
}
