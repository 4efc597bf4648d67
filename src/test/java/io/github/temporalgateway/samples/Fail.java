package io.github.temporalgateway.samples;

import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Always fails, with everything that a failure can carry. */
@WorkflowInterface
public interface Fail {

  /** Throws the failure {@code OutOfStock}. */
  @WorkflowMethod
  String run();

  /** Fails at once. */
  final class Impl implements Fail {

    @Override
    public String run() {
      throw ApplicationFailure.newBuilder()
          .setType("OutOfStock")
          .setMessage("Item 4711 is out of stock.")
          .setDetails(new Shortage("4711", 3, 0), "second detail")
          .setCause(ApplicationFailure.newNonRetryableFailure("Shelf 12 is empty.", "EmptyShelf"))
          .setNonRetryable(true)
          .build();
    }
  }

  /** The first detail of the failure. */
  record Shortage(String item, int ordered, int available) {}
}
