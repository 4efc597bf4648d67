package io.github.temporalgateway.connection.service;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Component {@code temporalReadiness} of the readiness probe. A Temporal outage does not empty the
 * Kubernetes service unless that is wished for: callers are better off with a 503 that explains.
 */
final class ServicesReadiness implements HealthIndicator {

  private final ReadinessMode mode;
  private final TemporalServices services;
  private final List<ServiceHealth> health;

  ServicesReadiness(ReadinessMode mode, TemporalServices services, List<ServiceHealth> health) {
    this.mode = mode;
    this.services = services;
    this.health = health;
  }

  @Override
  public Health health() {
    boolean ready =
        switch (mode) {
          case LATCHED -> services.all().stream().allMatch(TemporalService::hasAnswered);
          case STRICT ->
              health.parallelStream().allMatch(one -> one.health().getStatus().equals(Status.UP));
          case OFF -> true;
        };
    return (ready ? Health.up() : Health.outOfService()).build();
  }
}
