package io.github.temporalgateway.samples;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Completes with bytes that are no JSON and no UTF-8. */
@WorkflowInterface
public interface Bytes {

  /** Returns all 256 values of a byte in rising order. */
  @WorkflowMethod
  byte[] run();

  /** Completes at once. */
  final class Impl implements Bytes {

    @Override
    public byte[] run() {
      byte[] bytes = new byte[256];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) i;
      }
      return bytes;
    }
  }
}
