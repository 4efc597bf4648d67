package io.github.temporalgateway.waiting;

import io.github.temporalgateway.kernel.CallerWatch;
import io.grpc.Context;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The calls that hold a caller on purpose. Each ends when its caller hangs up, and all of them end
 * when the gateway shuts down, before the web server does, so that every caller gets an answer.
 */
@Component
public final class HeldCalls implements SmartLifecycle {

  private final Set<Context.CancellableContext> held = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  /**
   * Runs something that waits.
   *
   * @param caller who is held
   * @param polling gets the context of its RPCs, which is cancelled when the holding is over; it
   *     must then return at once
   */
  public <T> T hold(CallerWatch caller, Function<Context, T> polling) {
    Context.CancellableContext context = Context.current().withCancellation();
    held.add(context);
    if (!running) {
      context.cancel(null);
    }
    Context before = context.attach();
    try (CallerWatch.Registration _ = caller.whenGone(() -> context.cancel(null))) {
      return polling.apply(context);
    } finally {
      context.detach(before);
      held.remove(context);
      context.cancel(null);
    }
  }

  /**
   * Sleeps while a caller is held.
   *
   * @return whether the time has passed; false when the holding is over
   */
  public static boolean sleep(Context context, Duration time) {
    CountDownLatch over = new CountDownLatch(1);
    Context.CancellationListener listener = _ -> over.countDown();
    context.addListener(listener, Runnable::run);
    try {
      return !over.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      context.removeListener(listener);
    }
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    held.forEach(context -> context.cancel(null));
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
