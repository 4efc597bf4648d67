package io.github.temporalgateway.waiting;

import io.github.temporalgateway.connection.TimedContext;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.GatewayException;
import io.grpc.Context;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Looks at something again and again until it has changed. */
@Component
public final class Looks {

  /**
   * Temporal can be asked to tell of a new event, but not of a heartbeat or a retry, which belong
   * to a description too. So a waiting caller costs one small call in this time.
   */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(700);

  private final HeldCalls held;

  Looks(HeldCalls held) {
    this.held = held;
  }

  /**
   * Waits for a change. That Temporal cannot tell for a moment ends no wait.
   *
   * @param now what there is at the beginning
   * @param known whether the caller knows that already
   * @param look looks again; its calls to Temporal end with the wait
   * @return what is new, or what there was last when the wait is over
   */
  public <D> D changed(Wait wait, D now, Predicate<D> known, Supplier<D> look) {
    if (wait.none() || !known.test(now)) {
      return now;
    }
    Deadline end = Deadline.after(wait.left().toMillis(), TimeUnit.MILLISECONDS);
    return held.hold(wait.caller(), context -> changed(context, end, now, known, look));
  }

  private static <D> D changed(
      Context context, Deadline end, D now, Predicate<D> known, Supplier<D> look) {
    D latest = now;
    while (!context.isCancelled() && known.test(latest) && !end.isExpired()) {
      long left = end.timeRemaining(TimeUnit.MILLISECONDS);
      if (HeldCalls.sleep(context, Duration.ofMillis(Math.min(left, BETWEEN_LOOKS.toMillis())))) {
        latest = look(look, end, latest);
      }
    }
    return latest;
  }

  private static <D> D look(Supplier<D> look, Deadline end, D latest) {
    try (TimedContext _ = TimedContext.until(end)) {
      return look.get();
    } catch (GatewayException failure) {
      return switch (failure.code()) {
        case TEMPORAL_UNAVAILABLE, TEMPORAL_TIMEOUT, RESOURCE_EXHAUSTED -> latest;
        default -> throw failure;
      };
    }
  }
}
