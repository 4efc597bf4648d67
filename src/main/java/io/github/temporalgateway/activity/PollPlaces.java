package io.github.temporalgateway.activity;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the polls for tasks, and refuses what is too much before Temporal does. */
@Component
class PollPlaces {

  private final int most;
  private final Map<NamespaceName, Integer> taken = new ConcurrentHashMap<>();

  PollPlaces(ActivityProperties properties, MeterRegistry meters) {
    this.most = properties.maxPolls();
    meters.gauge(
        "gateway.task.polls",
        taken,
        counts -> counts.values().stream().mapToInt(Integer::intValue).sum());
  }

  /**
   * Takes a place of the Namespace until it is closed.
   *
   * @throws RefusedException 503 {@code overloaded} when there is none
   */
  Place take(NamespaceName namespace) {
    int polls = taken.merge(namespace, 1, Integer::sum);
    Place place = () -> taken.computeIfPresent(namespace, (_, count) -> oneLess(count));
    if (polls > most) {
      place.close();
      throw new RefusedException(
          ProblemCode.OVERLOADED, "The gateway holds as many polls for tasks as it may.");
    }
    return place;
  }

  private static @Nullable Integer oneLess(int count) {
    return count == 1 ? null : count - 1;
  }

  /** A place that a poll has. */
  interface Place extends AutoCloseable {

    /** Gives it back. */
    @Override
    void close();
  }
}
