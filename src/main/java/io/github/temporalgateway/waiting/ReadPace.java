package io.github.temporalgateway.waiting;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many reads may be made by now, at once or in turns. Halves when Temporal refuses one, and
 * grows back slowly. Thread-safe; times are nanoseconds.
 */
final class ReadPace {

  private static final double SECOND = Duration.ofSeconds(1).toNanos();

  /** What was not used for this long is lost, so that reads do not come in bursts. */
  private static final double MEMORY_SECONDS = 0.1;

  /** Part of the full pace that is won back in a second. */
  private static final double RECOVERY = 0.05;

  private final ReentrantLock lock = new ReentrantLock();
  private final double most;
  private double perSecond;
  private long refused;
  private long counted;

  /** Number of turns that were given out. */
  private long given;

  /** Up to which turn reads may be made; runs ahead of those given out when few read. */
  private double called;

  ReadPace(int perSecond, long now) {
    this.most = perSecond;
    this.perSecond = perSecond;
    this.counted = now;
    this.refused = now - (long) SECOND;
  }

  /** Gives out the next turn, after all that were given out before. */
  long next(long now) {
    lock.lock();
    try {
      advance(now);
      return ++given;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the time for a turn has come. */
  boolean isDue(long turn, long now) {
    lock.lock();
    try {
      advance(now);
      return turn <= called;
    } finally {
      lock.unlock();
    }
  }

  /** Takes a turn when its time has come already. */
  boolean take(long now) {
    lock.lock();
    try {
      advance(now);
      boolean isFree = given + 1 <= called;
      if (isFree) {
        given++;
      }
      return isFree;
    } finally {
      lock.unlock();
    }
  }

  private void advance(long now) {
    double seconds = (now - counted) / SECOND;
    counted = now;
    perSecond = Math.min(most, perSecond + seconds * most * RECOVERY);
    double ahead = Math.max(1, perSecond * MEMORY_SECONDS);
    called = Math.min(called + seconds * perSecond, given + ahead);
  }

  /** Notes that Temporal has refused one; those of the same second count as one. */
  void refused(long now) {
    lock.lock();
    try {
      advance(now);
      if (now - refused >= SECOND) {
        refused = now;
        perSecond = Math.max(1, perSecond / 2);
        called = Math.min(called, given);
      }
    } finally {
      lock.unlock();
    }
  }
}
