package io.github.temporalgateway.web.guard;

import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts how many requests of each caller are held, where that is limited. */
@Component
public final class CallerPlaces {

  private static final Runnable NOTHING = () -> {};

  private final int most;
  private final CallerKey callers;
  private final Map<String, Integer> held = new ConcurrentHashMap<>();

  CallerPlaces(LimitProperties limits, CallerKey callers) {
    this.most = limits.waitsPerCaller();
    this.callers = callers;
  }

  /**
   * Takes one of the caller's places.
   *
   * @return gives it back; to be run once
   * @throws RefusedException 429 {@code rate-limited} when the caller has none left
   */
  public Runnable take(HttpServletRequest request) {
    if (most == 0) {
      return NOTHING;
    }
    String caller = callers.of(request);
    held.compute(
        caller,
        (_, count) -> {
          int now = count == null ? 0 : count;
          if (now >= most) {
            throw new RefusedException(
                ProblemCode.RATE_LIMITED,
                "The caller has " + most + " requests that wait or stream, and may not have more.");
          }
          return now + 1;
        });
    return () -> held.computeIfPresent(caller, (_, count) -> count == 1 ? null : count - 1);
  }
}
