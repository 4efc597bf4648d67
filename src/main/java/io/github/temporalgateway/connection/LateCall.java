package io.github.temporalgateway.connection;

import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.problem.GatewayException;
import io.grpc.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks after one call once its answer is late: whether its caller is still there, and whether
 * somebody can answer at all. A call that is answered in time costs a timer only.
 */
final class LateCall implements AutoCloseable {

  private static final Duration LATE = Duration.ofMillis(250);

  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private final ReentrantLock lock = new ReentrantLock();
  private final Context.CancellableContext context;
  private final CallerWatch caller;
  private final Supplier<Optional<GatewayException>> look;
  private final ScheduledFuture<?> timer;
  private CallerWatch.@Nullable Registration watch;
  private boolean over;
  private volatile @Nullable GatewayException verdict;

  /**
   * Begins to look after a call.
   *
   * @param context of the call; cancelled when the caller is gone or there is a verdict
   * @param look why nobody can answer; empty when somebody may. It may block.
   */
  LateCall(
      Context.CancellableContext context,
      CallerWatch caller,
      Supplier<Optional<GatewayException>> look) {
    this.context = context;
    this.caller = caller;
    this.look = look;
    this.timer =
        CLOCK.schedule(
            () -> Thread.startVirtualThread(this::lookAfter),
            LATE.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Why the call was given up; null when it was not. */
  @Nullable GatewayException verdict() {
    return verdict;
  }

  private void lookAfter() {
    lock.lock();
    try {
      if (over) {
        return;
      }
      watch = caller.whenGone(() -> context.cancel(null));
    } finally {
      lock.unlock();
    }
    try {
      look.get().ifPresent(this::giveUp);
    } catch (GatewayException unknown) {
      // The call itself will tell what is wrong with the service.
      return;
    }
  }

  private void giveUp(GatewayException reason) {
    if (!context.isCancelled()) {
      verdict = reason;
      context.cancel(null);
    }
  }

  /** Must be called before the answer is written. */
  @Override
  public void close() {
    timer.cancel(false);
    lock.lock();
    try {
      over = true;
      if (watch != null) {
        watch.close();
      }
    } finally {
      lock.unlock();
    }
    context.cancel(null);
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("late-calls").daemon().factory());
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }
}
