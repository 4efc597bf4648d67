package io.github.temporalgateway.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.temporalgateway.kernel.ExecutionKind;
import io.github.temporalgateway.kernel.ExecutionKinds;
import io.github.temporalgateway.kernel.ExecutionRef;
import java.time.Duration;
import java.util.Optional;

/**
 * What executions are, asked once for each run. Which run is the latest one changes, so what is
 * known of a Workflow Id without a Run Id counts for a second only.
 */
final class CachedKinds {

  private static final int MOST = 100_000;
  private static final Duration OF_RUN = Duration.ofMinutes(10);
  private static final Duration OF_LATEST = Duration.ofSeconds(1);

  private final ExecutionKinds kinds;
  private final Cache<ExecutionRef, ExecutionKind> known =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfter(
              Expiry.<ExecutionRef, ExecutionKind>creating(
                  (ref, _) -> ref.runId() == null ? OF_LATEST : OF_RUN))
          .build();

  CachedKinds(ExecutionKinds kinds) {
    this.kinds = kinds;
  }

  /** What an execution is; empty when there is none, which is not remembered. */
  Optional<ExecutionKind> of(ExecutionRef ref) {
    ExecutionKind found = known.getIfPresent(ref);
    if (found != null) {
      return Optional.of(found);
    }
    Optional<ExecutionKind> asked = kinds.of(ref);
    asked.ifPresent(kind -> known.put(ref, kind));
    return asked;
  }

  /** What an execution is at this very moment. */
  Optional<ExecutionKind> now(ExecutionRef ref) {
    return kinds.of(ref);
  }
}
