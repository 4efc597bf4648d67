package io.github.temporalgateway.waiting;

import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The calls of one wait, one after the other: long polls while there are any, else reads. */
final class BudgetedPoll<R> {

  private static final long LONGEST_READ_SECONDS = 5;

  private final PollLimit limit;
  private final PolledResult<R> result;
  private final Deadline end;

  /** Whether the next long poll is somebody else's. */
  private boolean rests;

  /** From when on it may read; null when it has not queued for that. */
  private @Nullable Long turn;

  BudgetedPoll(PollLimit limit, PolledResult<R> result, Deadline end) {
    this.limit = limit;
    this.result = result;
    this.end = end;
  }

  /** Asks once. */
  Optional<R> ask() {
    long now = System.nanoTime();
    boolean longPoll = !rests && limit.takeLongPoll(now);
    rests = false;
    if (longPoll) {
      return poll();
    }
    if (turn == null) {
      turn = limit.reserveRead(now);
    }
    if (turn - now > 0) {
      return Optional.empty();
    }
    turn = null;
    return read();
  }

  private Optional<R> poll() {
    boolean refused = false;
    try {
      return result.poll(end);
    } catch (StatusRuntimeException error) {
      refused = isRefusal(error);
      throw error;
    } finally {
      rests = limit.isFull();
      limit.giveLongPollBack();
      if (refused) {
        limit.longPollRefused(System.nanoTime());
      }
    }
  }

  private Optional<R> read() {
    try {
      return result.read(end.minimum(Deadline.after(LONGEST_READ_SECONDS, TimeUnit.SECONDS)));
    } catch (StatusRuntimeException error) {
      if (isRefusal(error)) {
        limit.readRefused(System.nanoTime());
      }
      throw error;
    }
  }

  private static boolean isRefusal(StatusRuntimeException error) {
    return error.getStatus().getCode() == Status.Code.RESOURCE_EXHAUSTED;
  }
}
