package io.github.temporalgateway.waiting;

import java.time.Duration;

/**
 * How many reads may be made by now. Halves when Temporal refuses one, and grows back slowly. Not
 * thread-safe; times are nanoseconds.
 */
final class ReadPace {

  private static final double SECOND = Duration.ofSeconds(1).toNanos();

  /** What was not used for this long is lost, so that reads do not come in bursts. */
  private static final double MEMORY_SECONDS = 0.1;

  /** Part of the full pace that is won back in a second. */
  private static final double RECOVERY = 0.05;

  private final double most;
  private double perSecond;
  private long refused;
  private double available;
  private long counted;
  private long next;

  ReadPace(int perSecond, long now) {
    this.most = perSecond;
    this.perSecond = perSecond;
    this.counted = now;
    this.next = now;
    this.refused = now - (long) SECOND;
  }

  /**
   * Gives out the next turn, after all that were given out before.
   *
   * @return when the read may be made
   */
  long reserve(long now) {
    recover(now);
    long turn = next - now > 0 ? next : now;
    next = turn + (long) (SECOND / perSecond);
    return turn;
  }

  /** Takes one when its time has come, without a turn. */
  boolean take(long now) {
    double seconds = recover(now);
    available = Math.min(Math.max(1, perSecond * MEMORY_SECONDS), available + seconds * perSecond);
    if (available < 1) {
      return false;
    }
    available--;
    return true;
  }

  private double recover(long now) {
    double seconds = (now - counted) / SECOND;
    counted = now;
    perSecond = Math.min(most, perSecond + seconds * most * RECOVERY);
    return seconds;
  }

  /** Notes that Temporal has refused one; those of the same second count as one. */
  void refused(long now) {
    if (now - refused < SECOND) {
      return;
    }
    refused = now;
    perSecond = Math.max(1, perSecond / 2);
    available = 0;
  }
}
