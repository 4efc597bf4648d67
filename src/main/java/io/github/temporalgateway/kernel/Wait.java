package io.github.temporalgateway.kernel;

import java.time.Duration;

/**
 * How long a caller wants its request to be held, and how to notice that it has hung up.
 *
 * @param time at most this long, already capped by {@code gateway.http.max-wait}; zero for not at
 *     all
 * @param caller the caller's connection
 */
public record Wait(Duration time, CallerWatch caller) {

  /** Not waiting. */
  public static final Wait NONE = new Wait(Duration.ZERO, CallerWatch.NEVER);

  /** Whether the caller wants an answer at once. */
  public boolean none() {
    return time.isZero();
  }
}
