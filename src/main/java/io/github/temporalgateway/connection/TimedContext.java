package io.github.temporalgateway.connection;

import io.grpc.Context;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The time that the calls of this thread have, until it is closed. A deadline of the call itself
 * would make gRPC wake one of its I/O threads for each call, to set a timer there.
 *
 * @see io.github.temporalgateway.connection.service.ContextDeadlines
 */
public final class TimedContext implements AutoCloseable {

  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private final Context.CancellableContext context;
  private final Context before;

  private TimedContext(Deadline end) {
    this.context = Context.current().withDeadline(end, CLOCK);
    this.before = context.attach();
  }

  /** Begins; an earlier end that this thread already has stays in force. */
  public static TimedContext until(Deadline end) {
    return new TimedContext(end);
  }

  /** Begins with this much time. */
  static TimedContext within(Duration time) {
    return new TimedContext(Deadline.after(time.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Does something later, on a thread that must not be kept. */
  static ScheduledFuture<?> later(Duration delay, Runnable task) {
    return CLOCK.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends the calls that are under way. */
  void cancel() {
    context.cancel(null);
  }

  /** Whether the time is over or the calls were ended. */
  boolean isOver() {
    return context.isCancelled();
  }

  @Override
  public void close() {
    context.detachAndCancel(before, null);
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("call-clock").daemon().factory());
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }
}
