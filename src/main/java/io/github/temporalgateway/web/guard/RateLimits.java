package io.github.temporalgateway.web.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.temporalgateway.kernel.Cost;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Gives each caller a budget of calls that refills steadily, and says on every answer what is left
 * of it (draft-ietf-httpapi-ratelimit-headers-10).
 */
final class RateLimits implements HandlerInterceptor {

  /** Callers that are remembered; whoever was silent for so long has a full budget again anyway. */
  private static final int CALLERS = 100_000;

  private static final Duration MEMORY = Duration.ofMinutes(10);

  private final LimitProperties.Rate rate;
  private final CallerKey callers;
  private final String policy;
  private final Cache<String, Bucket> budgets =
      Caffeine.newBuilder().maximumSize(CALLERS).expireAfterAccess(MEMORY).build();

  RateLimits(LimitProperties.Rate rate, CallerKey callers) {
    this.rate = rate;
    this.callers = callers;
    int window = Math.ceilDiv(rate.capacity(), rate.perCaller());
    this.policy = "\"caller\";q=" + rate.capacity() + ";w=" + window;
  }

  /**
   * Takes what the operation costs.
   *
   * @throws RefusedException 429 {@code rate-limited} when that is more than is left
   */
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      return true;
    }
    Bucket budget = budgets.get(callers.of(request), _ -> full());
    ConsumptionProbe probe = budget.tryConsumeAndReturnRemaining(cost(handler));
    long untilFull = seconds(probe.getNanosToWaitForReset());
    response.setHeader("RateLimit-Policy", policy);
    response.setHeader(
        "RateLimit", "\"caller\";r=" + probe.getRemainingTokens() + ";t=" + untilFull);
    if (!probe.isConsumed()) {
      throw new RefusedException(
              ProblemCode.RATE_LIMITED,
              "The caller has used up its " + rate.perCaller() + " calls a second.")
          .retryIn(Math.max(1, seconds(probe.getNanosToWaitForRefill())));
    }
    return true;
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit ->
            limit.capacity(rate.capacity()).refillGreedy(rate.perCaller(), Duration.ofSeconds(1)))
        .build();
  }

  /** Never more than a full budget, or the operation would never be possible. */
  private long cost(Object handler) {
    Cost cost =
        handler instanceof HandlerMethod method ? method.getMethodAnnotation(Cost.class) : null;
    return cost == null ? 1 : Math.min(cost.value(), rate.capacity());
  }

  private static long seconds(long nanos) {
    return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
  }
}
