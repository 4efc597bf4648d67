package io.github.temporalgateway.waiting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.NamespaceName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The limits of each Namespace and kind of wait. Temporal counts long polls of each RPC by itself,
 * so waits of one kind take none from those of another.
 */
@Component
final class PollLimits {

  private static final String LONG_POLLS = "gateway.long.polls";

  private final TemporalConnections connections;
  private final WaitProperties properties;
  private final MeterRegistry meters;
  private final Map<LimitedWaits, PollLimit> limits = new ConcurrentHashMap<>();

  /** Of Namespaces that no setting names: callers invent them, so none outlives its waits. */
  private final Cache<LimitedWaits, PollLimit> passing = Caffeine.newBuilder().weakValues().build();

  PollLimits(TemporalConnections connections, WaitProperties properties, MeterRegistry meters) {
    this.connections = connections;
    this.properties = properties;
    this.meters = meters;
    if (connections.admitsAll()) {
      for (Awaited kind : Awaited.values()) {
        Tags others = tags(TemporalConnections.UNCONFIGURED, kind);
        meters.gauge(LONG_POLLS, others, passing, some -> longPolls(some, kind));
      }
    }
  }

  /** The limit of one kind of wait in one Namespace; to be held as long as the wait. */
  PollLimit of(NamespaceName namespace, Awaited kind) {
    LimitedWaits key = new LimitedWaits(namespace, kind);
    PollLimit known = limits.get(key);
    if (known != null) {
      return known;
    }
    return connections.named().contains(namespace)
        ? limits.computeIfAbsent(key, this::counted)
        : passing.get(key, _ -> created());
  }

  private PollLimit counted(LimitedWaits key) {
    PollLimit created = created();
    Tags tags = tags(key.namespace().value(), key.kind());
    meters.gauge(LONG_POLLS, tags, created, PollLimit::longPolls);
    return created;
  }

  private PollLimit created() {
    return new PollLimit(properties, System.nanoTime());
  }

  private static Tags tags(String namespace, Awaited kind) {
    return Tags.of("namespace", namespace, "kind", kind.tag());
  }

  private static int longPolls(Cache<LimitedWaits, PollLimit> some, Awaited kind) {
    return some.asMap().entrySet().stream()
        .filter(limit -> limit.getKey().kind() == kind)
        .mapToInt(limit -> limit.getValue().longPolls())
        .sum();
  }

  private record LimitedWaits(NamespaceName namespace, Awaited kind) {}
}
