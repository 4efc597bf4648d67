package io.github.temporalgateway.waiting;

import java.util.concurrent.locks.ReentrantLock;

/**
 * What all waits of one kind in one Namespace may ask of Temporal together. Thread-safe; times are
 * nanoseconds.
 */
final class PollLimit {

  private final ReentrantLock lock = new ReentrantLock();
  private final PollBudget budget;
  private final ReadPace reads;
  private final ReadPace turns;

  PollLimit(WaitProperties properties, long now) {
    this.budget = new PollBudget(properties.maxLongPolls());
    this.reads = new ReadPace(properties.shortPollsPerSecond(), now);
    this.turns = new ReadPace(properties.shortPollsPerSecond(), now);
  }

  /** Takes a long poll when there is one left. */
  boolean takeLongPoll(long now) {
    lock.lock();
    try {
      return budget.take(now);
    } finally {
      lock.unlock();
    }
  }

  /** Gives a long poll back. */
  void giveLongPollBack() {
    lock.lock();
    try {
      budget.giveBack();
    } finally {
      lock.unlock();
    }
  }

  /** Notes that Temporal has refused a long poll, after it was given back. */
  void longPollRefused(long now) {
    lock.lock();
    try {
      budget.refused(now);
    } finally {
      lock.unlock();
    }
  }

  /** The reads of watched runs. */
  ReadPace reads() {
    return reads;
  }

  /**
   * The reads of callers who queue for them one by one; with those of runs, either would starve.
   */
  ReadPace turns() {
    return turns;
  }

  /** Number of long polls that are open. */
  int longPolls() {
    lock.lock();
    try {
      return budget.open();
    } finally {
      lock.unlock();
    }
  }

  /** Whether no long poll is left. */
  boolean isFull() {
    lock.lock();
    try {
      return budget.isFull();
    } finally {
      lock.unlock();
    }
  }
}
