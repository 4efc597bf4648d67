package io.github.temporalgateway.waiting;

import java.time.Duration;

/**
 * How many long polls may be open. It falls to what Temporal admits when Temporal refuses one, and
 * grows back slowly, in case others have ended theirs. Not thread-safe; times are nanoseconds.
 */
final class PollBudget {

  private static final long BETWEEN_GROWTHS = Duration.ofSeconds(5).toNanos();
  private static final int STEPS_TO_FULL = 20;

  private final int most;
  private int limit;
  private int open;
  private long changed;

  PollBudget(int most) {
    this.most = most;
    this.limit = most;
  }

  /** Takes one when there is one left. */
  boolean take(long now) {
    if (limit < most && now - changed >= BETWEEN_GROWTHS) {
      limit = Math.min(most, limit + Math.max(1, most / STEPS_TO_FULL));
      changed = now;
    }
    if (open >= limit) {
      return false;
    }
    open++;
    return true;
  }

  /** Whether none is left. */
  boolean isFull() {
    return open >= limit;
  }

  /** Number of those that are taken. */
  int open() {
    return open;
  }

  /** Gives one back. */
  void giveBack() {
    open--;
  }

  /** Notes that Temporal has refused one, after it was given back. */
  void refused(long now) {
    limit = Math.min(limit, open);
    changed = now;
  }
}
