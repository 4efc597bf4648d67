package io.github.temporalgateway.waiting;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.problem.GrpcTranslator;
import io.github.temporalgateway.problem.ProblemCode;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Long polls one after the other, for something that takes longer than Temporal holds one. */
public final class HeldPolls {

  /** Between polls that Temporal holds. */
  public static final Duration PAUSE = Duration.ofMillis(500);

  private HeldPolls() {}

  /**
   * Polls until there is something. A service that is away or has too much to do ends nothing, and
   * is asked twice a second at most.
   *
   * @param end when the holding is over
   * @param context of the held call; cancelled when the caller is gone or the gateway ends
   * @param poll makes one long poll, with a deadline of its own
   * @param notFound what NOT_FOUND means here
   * @param pause at least this long from one poll to the next
   * @return empty when the holding was over first
   * @throws io.github.temporalgateway.problem.TemporalException for what does not pass by itself
   */
  public static <R> Optional<R> until(
      Deadline end,
      Context context,
      NamespaceConnection connection,
      ProblemCode notFound,
      Duration pause,
      Supplier<Optional<R>> poll) {
    while (!context.isCancelled() && !end.isExpired()) {
      long began = System.nanoTime();
      boolean failed = false;
      try {
        Optional<R> found = poll.get();
        if (found.isPresent()) {
          return found;
        }
      } catch (StatusRuntimeException error) {
        switch (error.getStatus().getCode()) {
          case UNAVAILABLE -> {
            connection.hurry();
            failed = true;
          }
          case RESOURCE_EXHAUSTED -> failed = true;
          case CANCELLED, DEADLINE_EXCEEDED -> {}
          default -> throw GrpcTranslator.translate(error, notFound);
        }
      }
      if (failed || System.nanoTime() - began < pause.toNanos()) {
        HeldCalls.sleep(context, shorter(pause, end.timeRemaining(TimeUnit.MILLISECONDS)));
      }
    }
    return Optional.empty();
  }

  private static Duration shorter(Duration pause, long leftMillis) {
    return Duration.ofMillis(Math.clamp(leftMillis, 0, pause.toMillis()));
  }
}
