package io.github.temporalgateway.connection.service;

import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets a retry really try. After failures the channel refuses calls without an attempt for longer
 * and longer, up to seconds after the service has come back.
 */
final class Reconnection {

  private static final long APART = Duration.ofMillis(250).toNanos();

  private final List<WorkflowServiceStubs> stubs;
  private final AtomicLong last = new AtomicLong(System.nanoTime() - APART);

  Reconnection(List<WorkflowServiceStubs> stubs) {
    this.stubs = stubs;
  }

  /** Connects at once instead of later, though at most four times a second for all callers. */
  void hurry() {
    long now = System.nanoTime();
    long before = last.get();
    if (now - before >= APART && last.compareAndSet(before, now)) {
      stubs.forEach(each -> each.getRawChannel().resetConnectBackoff());
    }
  }
}
