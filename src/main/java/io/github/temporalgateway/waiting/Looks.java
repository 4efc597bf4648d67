package io.github.temporalgateway.waiting;

import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.GatewayException;
import io.grpc.Context;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
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
   * @param look looks again, within the time that is left
   * @return what is new, or what there was last when the wait is over
   */
  public <D> D changed(Wait wait, D now, Predicate<D> known, Function<Deadline, D> look) {
    if (wait.none() || !known.test(now)) {
      return now;
    }
    Deadline end = Deadline.after(wait.left().toMillis(), TimeUnit.MILLISECONDS);
    return held.hold(wait.caller(), context -> changed(context, end, now, known, look));
  }

  private static <D> D changed(
      Context context, Deadline end, D now, Predicate<D> known, Function<Deadline, D> look) {
    D latest = now;
    while (!context.isCancelled() && known.test(latest) && !end.isExpired()) {
      long left = end.timeRemaining(TimeUnit.MILLISECONDS);
      if (HeldCalls.sleep(context, Duration.ofMillis(Math.min(left, BETWEEN_LOOKS.toMillis())))) {
        latest = look(look, end, latest);
      }
    }
    return latest;
  }

  private static <D> D look(Function<Deadline, D> look, Deadline end, D latest) {
    try {
      return look.apply(end);
    } catch (GatewayException failure) {
      return switch (failure.code()) {
        case TEMPORAL_UNAVAILABLE, TEMPORAL_TIMEOUT, RESOURCE_EXHAUSTED -> latest;
        default -> throw failure;
      };
    }
  }
}
