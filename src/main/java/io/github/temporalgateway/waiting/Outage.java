package io.github.temporalgateway.waiting;

import java.time.Duration;

/**
 * When an unreachable service may be asked again: after longer and longer pauses, up to a second,
 * until an answer comes. Not thread-safe; times are nanoseconds.
 */
final class Outage {

  private static final long FIRST_PAUSE = Duration.ofMillis(50).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofSeconds(1).toNanos();

  private long pause;
  private long until;

  /** Whether to leave the service alone for now. */
  boolean lasts(long now) {
    return pause > 0 && now - until < 0;
  }

  /** Notes that the service could not be reached. */
  void unreachable(long now) {
    if (!lasts(now)) {
      pause = pause == 0 ? FIRST_PAUSE : Math.min(LONGEST_PAUSE, 2 * pause);
      until = now + pause;
    }
  }

  /** Notes an answer of any kind. */
  void answered() {
    pause = 0;
  }
}
