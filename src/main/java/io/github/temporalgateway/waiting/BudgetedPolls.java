package io.github.temporalgateway.waiting;

import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The calls for one caller, one after the other: long polls while there are any, else reads in
 * turns. Not thread-safe.
 */
public final class BudgetedPolls {

  private static final long LONGEST_READ_SECONDS = 5;

  private final PollLimit limit;

  /** Whether the next long poll is somebody else's. */
  private boolean rests;

  /** In which it may read; null when it has not queued for that. */
  private @Nullable Long turn;

  BudgetedPolls(PollLimit limit) {
    this.limit = limit;
  }

  /**
   * Asks once, or not at all where it is others' turn.
   *
   * @param end when the caller's wait ends
   * @return empty when there is nothing yet
   * @throws StatusRuntimeException as the call does
   */
  public <R> Optional<R> ask(PolledResult<R> result, Deadline end) {
    long now = System.nanoTime();
    boolean longPoll = !rests && limit.takeLongPoll(now);
    rests = false;
    return longPoll ? poll(result, end) : readInTurn(result, end);
  }

  /**
   * Reads, or does nothing where it is others' turn.
   *
   * @param end when the caller's wait ends
   * @return empty when there is nothing yet
   * @throws StatusRuntimeException as the call does
   */
  public <R> Optional<R> readInTurn(PolledResult<R> result, Deadline end) {
    long now = System.nanoTime();
    if (turn == null) {
      turn = limit.turns().next(now);
    }
    if (!limit.turns().isDue(turn, now)) {
      return Optional.empty();
    }
    turn = null;
    return read(result, end);
  }

  private <R> Optional<R> poll(PolledResult<R> result, Deadline end) {
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

  private <R> Optional<R> read(PolledResult<R> result, Deadline end) {
    try {
      return result.read(end.minimum(Deadline.after(LONGEST_READ_SECONDS, TimeUnit.SECONDS)));
    } catch (StatusRuntimeException error) {
      if (isRefusal(error)) {
        limit.turns().refused(System.nanoTime());
      }
      throw error;
    }
  }

  private static boolean isRefusal(StatusRuntimeException error) {
    return error.getStatus().getCode() == Status.Code.RESOURCE_EXHAUSTED;
  }
}
