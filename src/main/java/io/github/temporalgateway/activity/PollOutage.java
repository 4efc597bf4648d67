package io.github.temporalgateway.activity;

import java.time.Duration;

/**
 * Whether Temporal stays away while one caller waits for a task. A call that was held for a while
 * before it broke shows that Temporal was back in between.
 */
final class PollOutage {

  private static final Duration HELD = Duration.ofSeconds(3);

  private boolean away;

  /**
   * Notes that a try has failed because Temporal could not be reached.
   *
   * @param lastCall how long the last call of the try took
   * @return whether Temporal has been away since the try before
   */
  boolean goesOn(Duration lastCall) {
    boolean before = away;
    away = lastCall.compareTo(HELD) < 0;
    return before && away;
  }

  /** Notes that Temporal has answered. */
  void ended() {
    away = false;
  }
}
