package io.github.temporalgateway.security.authentication;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Lets one of many alike messages into the log a minute, so that callers cannot fill it. */
final class OnceAWhile {

  private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

  private final AtomicLong last = new AtomicLong(System.nanoTime() - PAUSE);

  /** Whether it is time for the next; the caller that is told so has to write it. */
  boolean isDue() {
    long before = last.get();
    long now = System.nanoTime();
    return now - before >= PAUSE && last.compareAndSet(before, now);
  }
}
