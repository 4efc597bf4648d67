package io.github.temporalgateway.waiting;

import java.util.concurrent.locks.ReentrantLock;

/**
 * What all waits of one kind in one Namespace may ask of Temporal together. Thread-safe; times are
 * nanoseconds.
 */
final class PollLimit {

  private final ReentrantLock lock = new ReentrantLock();
  private final PollBudget budget;
  private final ReadPace pace;

  PollLimit(WaitProperties properties, long now) {
    this.budget = new PollBudget(properties.maxLongPolls());
    this.pace = new ReadPace(properties.shortPollsPerSecond(), now);
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

  /** Reserves a read, and tells from when on it may be made. */
  long reserveRead(long now) {
    lock.lock();
    try {
      return pace.reserve(now);
    } finally {
      lock.unlock();
    }
  }

  /** Takes a read when its time has come. */
  boolean takeRead(long now) {
    lock.lock();
    try {
      return pace.take(now);
    } finally {
      lock.unlock();
    }
  }

  /** Notes that Temporal has refused a read. */
  void readRefused(long now) {
    lock.lock();
    try {
      pace.refused(now);
    } finally {
      lock.unlock();
    }
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
