package io.github.temporalgateway.connection.service;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The components of the health endpoint that are about Temporal. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

  /** Component {@code temporal}, with an entry for each connection. */
  @Bean
  CompositeHealthContributor temporal(TemporalServices services, InstantSource clock) {
    Map<String, ServiceHealth> entries = new LinkedHashMap<>();
    services
        .all()
        .forEach(service -> entries.put(service.name(), new ServiceHealth(service, clock)));
    return CompositeHealthContributor.fromMap(entries);
  }

  @Bean
  HealthIndicator temporalReadiness(
      HealthProperties properties, TemporalServices services, InstantSource clock) {
    List<ServiceHealth> health =
        services.all().stream().map(service -> new ServiceHealth(service, clock)).toList();
    return new ServicesReadiness(properties.readiness(), services, health);
  }
}
