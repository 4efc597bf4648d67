package io.github.temporalgateway.connection;

import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.problem.GatewayException;
import io.grpc.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks after one call once its answer is late: whether its caller is still there, and whether
 * somebody can answer at all. A call that is answered in time costs a timer only.
 */
final class LateCall implements AutoCloseable {

  private static final Duration LATE = Duration.ofMillis(250);

  private final ReentrantLock lock = new ReentrantLock();
  private final TimedContext time;
  private final CallerWatch caller;
  private final Supplier<Optional<GatewayException>> look;
  private final ScheduledFuture<?> timer;
  private CallerWatch.@Nullable Registration watch;
  private boolean over;
  private volatile @Nullable GatewayException verdict;

  /**
   * Begins to look after a call.
   *
   * @param time of the call; over when the caller is gone or there is a verdict
   * @param looking the context of the look
   * @param look why nobody can answer; empty when somebody may. It may block.
   */
  LateCall(
      TimedContext time,
      CallerWatch caller,
      Context looking,
      Supplier<Optional<GatewayException>> look) {
    this.time = time;
    this.caller = caller;
    this.look = look;
    this.timer =
        TimedContext.later(LATE, () -> Thread.startVirtualThread(looking.wrap(this::lookAfter)));
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
      watch = caller.whenGone(() -> time.cancel());
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
    if (!time.isOver()) {
      verdict = reason;
      time.cancel();
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
  }
}
