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

/** The limits of each Namespace, which the waits for everything share. */
@Component
final class PollLimits {

  private static final String LONG_POLLS = "gateway.long.polls";

  private final TemporalConnections connections;
  private final WaitProperties properties;
  private final MeterRegistry meters;
  private final Map<NamespaceName, PollLimit> limits = new ConcurrentHashMap<>();

  /** Of Namespaces that no setting names: callers invent them, so none outlives its waits. */
  private final Cache<NamespaceName, PollLimit> passing =
      Caffeine.newBuilder().weakValues().build();

  PollLimits(TemporalConnections connections, WaitProperties properties, MeterRegistry meters) {
    this.connections = connections;
    this.properties = properties;
    this.meters = meters;
    if (connections.admitsAll()) {
      Tags others = Tags.of("namespace", TemporalConnections.UNCONFIGURED);
      meters.gauge(LONG_POLLS, others, passing, PollLimits::longPolls);
    }
  }

  /** The limit of one Namespace; to be held as long as the wait. */
  PollLimit of(NamespaceName namespace) {
    PollLimit known = limits.get(namespace);
    if (known != null) {
      return known;
    }
    return connections.named().contains(namespace)
        ? limits.computeIfAbsent(namespace, this::counted)
        : passing.get(namespace, _ -> created());
  }

  private PollLimit counted(NamespaceName namespace) {
    PollLimit created = created();
    meters.gauge(
        LONG_POLLS, Tags.of("namespace", namespace.value()), created, PollLimit::longPolls);
    return created;
  }

  private PollLimit created() {
    return new PollLimit(properties, System.nanoTime());
  }

  private static int longPolls(Cache<NamespaceName, PollLimit> some) {
    return some.asMap().values().stream().mapToInt(PollLimit::longPolls).sum();
  }
}
