package io.github.temporalgateway.security.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.temporalgateway.kernel.Network;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts wrong credentials by address. Right ones never come here: whoever has one is let in,
 * however many wrong ones others send from the same address, so that nobody can lock anybody out.
 */
final class WrongCredentials {

  private static final Logger log = LoggerFactory.getLogger(WrongCredentials.class);

  /** Addresses that are remembered. */
  private static final int ADDRESSES = 100_000;

  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final int perMinute;
  private final OnceAWhile warnings = new OnceAWhile();
  private final Cache<String, Bucket> allowances =
      Caffeine.newBuilder().maximumSize(ADDRESSES).expireAfterAccess(PERIOD).build();

  /**
   * @param perMinute how many one address may send; 0 or less is no limit
   */
  WrongCredentials(int perMinute) {
    this.perMinute = perMinute;
  }

  /**
   * Counts one.
   *
   * @param address where it came from
   * @throws RefusedException 429 {@code rate-limited} when it is one too many
   */
  void count(String address) {
    if (perMinute <= 0) {
      return;
    }
    String network = Network.of(address);
    ConsumptionProbe probe = allowances.get(network, _ -> full()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      if (warnings.isDue()) {
        log.warn("{} sends more than {} wrong credentials a minute.", address, perMinute);
      }
      throw new RefusedException(
              ProblemCode.RATE_LIMITED,
              "More than %d wrong credentials a minute came from this address; a right one is taken."
                  .formatted(perMinute))
          .retryIn(
              Math.max(
                  1, Math.ceilDiv(probe.getNanosToWaitForRefill(), TimeUnit.SECONDS.toNanos(1))));
    }
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
        .build();
  }
}
