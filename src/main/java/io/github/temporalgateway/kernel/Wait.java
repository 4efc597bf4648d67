package io.github.temporalgateway.kernel;

import java.time.Duration;

/**
 * How long a caller wants its request to be held, and how to notice that it has hung up.
 *
 * @param wanted at most this long from the start of the request, already capped by {@code
 *     gateway.http.max-wait}; zero for not at all
 * @param since the start, as {@link System#nanoTime()}
 * @param caller the caller's connection
 */
public record Wait(Duration wanted, long since, CallerWatch caller) {

  /** A wait that begins now. */
  public Wait(Duration wanted, CallerWatch caller) {
    this(wanted, System.nanoTime(), caller);
  }

  /** Whether the caller wants an answer at once. */
  public boolean none() {
    return wanted.isZero();
  }

  /** What is left of it now, other work of the request included; zero when it is over. */
  public Duration left() {
    Duration left = wanted.minusNanos(System.nanoTime() - since);
    return left.isPositive() ? left : Duration.ZERO;
  }
}
