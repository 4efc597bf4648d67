package io.github.temporalgateway.waiting;

import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The calls of one wait, one after the other: long polls while there are any, else reads. */
final class BudgetedPoll<R> {

  private static final long LONGEST_READ_SECONDS = 5;

  private final PollLimit limit;
  private final PolledResult<R> result;
  private final Deadline end;

  /** Whether the next turn is somebody else's. */
  private boolean rests;

  BudgetedPoll(PollLimit limit, PolledResult<R> result, Deadline end) {
    this.limit = limit;
    this.result = result;
    this.end = end;
  }

  /** Asks once. */
  Optional<R> ask() {
    boolean longPoll = !rests && limit.takeLongPoll(System.nanoTime());
    rests = false;
    if (longPoll) {
      return poll();
    }
    return limit.takeRead(System.nanoTime()) ? read() : Optional.empty();
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
