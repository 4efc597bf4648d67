package io.github.temporalgateway.waiting;

import io.github.temporalgateway.kernel.CallerToken;
import io.github.temporalgateway.kernel.ExecutionRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All waits for runs of one Namespace to close. Callers who wait for the same run with the same
 * token share one poll, so that nobody learns by another's right what became of it. There are no
 * more long polls than Temporal admits; the other runs queue for one, and are read in turns
 * meanwhile. A long poll that comes back empty goes to the run that has queued longest, so none is
 * better off for long. No run is asked about more than once a second, whatever goes wrong.
 *
 * <p>The lock is never held while Temporal is called or a caller is told.
 */
final class RunWatches {

  private static final long BETWEEN_POLLS = Duration.ofSeconds(1).toNanos();
  private static final long WHILE_PAUSED = Duration.ofSeconds(5).toNanos();
  private static final int MOST_FAILURES = 5;
  private static final int MOST_OPEN_READS = 100;
  private static final long TICK_MILLIS = 25;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<WatchedRun.AwaitedEnd, WatchedRun> runs = new HashMap<>();
  private final SequencedSet<WatchedRun> queue = new LinkedHashSet<>();
  private final PollLimit limit;
  private final ClosePolls polls;
  private final ScheduledExecutorService clock;
  private int openReads;
  private boolean ticking;

  RunWatches(PollLimit limit, ClosePolls polls, ScheduledExecutorService clock) {
    this.limit = limit;
    this.polls = polls;
    this.clock = clock;
  }

  /**
   * Begins a wait; what it returns completes when the run has closed, or cannot be asked about.
   *
   * @param token with which Temporal is asked
   */
  CompletableFuture<PollOutcome> join(ExecutionRef ref, CallerToken token) {
    CompletableFuture<PollOutcome> waiter = new CompletableFuture<>();
    List<Poll> due;
    lock.lock();
    try {
      long now = System.nanoTime();
      WatchedRun.AwaitedEnd key = new WatchedRun.AwaitedEnd(ref, token);
      WatchedRun run = runs.get(key);
      if (run == null) {
        run = new WatchedRun(key, now);
        runs.put(key, run);
        queue.addLast(run);
      }
      run.waiters.add(waiter);
      due = due(now);
    } finally {
      lock.unlock();
    }
    due.forEach(this::begin);
    return waiter;
  }

  /** Ends a wait, and the poll when nobody else waits for the run. */
  void leave(ExecutionRef ref, CallerToken token, CompletableFuture<PollOutcome> waiter) {
    Poll idle = null;
    lock.lock();
    try {
      WatchedRun.AwaitedEnd key = new WatchedRun.AwaitedEnd(ref, token);
      WatchedRun run = runs.get(key);
      if (run != null && run.waiters.remove(waiter) && run.waiters.isEmpty()) {
        runs.remove(key);
        queue.remove(run);
        idle = run.poll;
      }
    } finally {
      lock.unlock();
    }
    if (idle != null) {
      idle.giveUp();
    }
  }

  /** Number of callers who wait. */
  int waiters() {
    lock.lock();
    try {
      return runs.values().stream().mapToInt(run -> run.waiters.size()).sum();
    } finally {
      lock.unlock();
    }
  }

  /** Beginning a call may block while a connection is made. */
  private void begin(Poll poll) {
    Thread.startVirtualThread(() -> {
      try {
        polls.begin(poll, outcome -> done(poll, outcome));
      } catch (RuntimeException refused) {
        done(poll, PollOutcome.of(refused));
      }
    });
  }

  private void done(Poll poll, PollOutcome outcome) {
    List<CompletableFuture<PollOutcome>> told = List.of();
    List<Poll> due;
    lock.lock();
    try {
      long now = System.nanoTime();
      WatchedRun run = poll.run;
      run.poll = null;
      giveBack(poll.kind);
      note(poll, outcome, now);
      if (isLast(run, outcome)) {
        told = List.copyOf(run.waiters);
        run.waiters.clear();
        runs.remove(run.key, run);
      } else if (!run.waiters.isEmpty()) {
        queueAgain(poll, outcome, now);
      }
      due = due(now);
    } finally {
      lock.unlock();
    }
    told.forEach(waiter -> waiter.complete(outcome));
    due.forEach(this::begin);
  }

  private void giveBack(Poll.Kind kind) {
    switch (kind) {
      case LONG -> limit.giveLongPollBack();
      case SHORT -> openReads--;
    }
  }

  private static boolean isLast(WatchedRun run, PollOutcome outcome) {
    if (outcome instanceof PollOutcome.Failed failed && !failed.lasting()) {
      run.failures++;
      return run.failures >= MOST_FAILURES;
    }
    run.failures = 0;
    return outcome instanceof PollOutcome.Closed || outcome instanceof PollOutcome.Failed;
  }

  /** After a failure, a long poll that was none, and while it is paused a run rests first. */
  private void queueAgain(Poll poll, PollOutcome outcome, long now) {
    WatchedRun run = poll.run;
    boolean read = poll.kind == Poll.Kind.SHORT && outcome instanceof PollOutcome.StillOpen;
    long pause = outcome instanceof PollOutcome.Paused ? WHILE_PAUSED : BETWEEN_POLLS;
    long rest = run.asked + pause - now;
    if (read || rest <= 0) {
      queue.addLast(run);
    } else {
      clock.schedule(() -> rested(run), rest, TimeUnit.NANOSECONDS);
    }
  }

  private void rested(WatchedRun run) {
    List<Poll> due = List.of();
    lock.lock();
    try {
      if (!run.waiters.isEmpty()) {
        queue.addLast(run);
        due = due(System.nanoTime());
      }
    } finally {
      lock.unlock();
    }
    due.forEach(this::begin);
  }

  private void note(Poll poll, PollOutcome outcome, long now) {
    if (outcome instanceof PollOutcome.Refused) {
      switch (poll.kind) {
        case LONG -> limit.longPollRefused(now);
        case SHORT -> limit.reads().refused(now);
      }
    } else if (outcome instanceof PollOutcome.StillOpen(var token) && poll.kind == Poll.Kind.LONG) {
      poll.run.token = token;
    }
  }

  /** Takes from the queue what may be asked now, and comes back later for the rest. */
  private List<Poll> due(long now) {
    List<Poll> due = new ArrayList<>();
    while (!queue.isEmpty() && limit.takeLongPoll(now)) {
      due.add(next(Poll.Kind.LONG, now));
    }
    while (!queue.isEmpty()
        && openReads < MOST_OPEN_READS
        && now - queue.getFirst().asked >= BETWEEN_POLLS
        && limit.reads().take(now)) {
      openReads++;
      due.add(next(Poll.Kind.SHORT, now));
    }
    if (!queue.isEmpty() && !ticking) {
      ticking = true;
      clock.schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
    return due;
  }

  private Poll next(Poll.Kind kind, long now) {
    WatchedRun run = queue.removeFirst();
    run.asked = now;
    Poll poll = new Poll(run, kind);
    run.poll = poll;
    return poll;
  }

  private void tick() {
    List<Poll> due;
    lock.lock();
    try {
      ticking = false;
      due = due(System.nanoTime());
    } finally {
      lock.unlock();
    }
    due.forEach(this::begin);
  }
}
