package io.github.temporalgateway.connection.service;

import io.github.temporalgateway.connection.credentials.Credentials;
import io.github.temporalgateway.connection.credentials.TlsBundles;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Reads the files of credentials again and again and puts what is new into use. It compares content
 * and not names or times, so that every way to replace a file is noticed: a symbolic link of a
 * folder, as Kubernetes mounts Secrets, is one that file watchers miss.
 */
@Component
final class CredentialsWatch implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(CredentialsWatch.class);

  private final TemporalServices services;
  private final TlsBundles bundles;
  private final SslBundleRegistry registry;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final Duration every;
  private volatile @Nullable Thread watching;

  CredentialsWatch(
      TemporalServices services,
      Environment environment,
      SslBundleRegistry registry,
      MeterRegistry meters,
      InstantSource clock,
      ServiceProperties properties) {
    this.services = services;
    this.bundles = TlsBundles.of(environment);
    this.registry = registry;
    this.meters = meters;
    this.clock = clock;
    this.every = properties.reloadEvery();
    services.all().forEach(this::measureExpiry);
  }

  private void measureExpiry(TemporalService service) {
    if (service.credentials().certificate().isPresent()) {
      TimeGauge.builder(
              "gateway.temporal.client.cert.expiry",
              () -> service.credentials().timeLeft(clock.instant()).toSeconds(),
              TimeUnit.SECONDS)
          .description("Time until the client certificate of a connection expires")
          .tag("connection", service.name())
          .register(meters);
    }
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(every);
        services.all().forEach(this::refresh);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void refresh(TemporalService service) {
    try {
      Credentials.Change change = service.credentials().refresh(bundles, clock.instant());
      if (change.bundle() != null) {
        service.reconnect();
      }
      if (change.any()) {
        count(service, "success");
        log.info("New credentials of the connection {} are in use", service.name());
      }
      if (change.isNewProblem()) {
        count(service, "failure");
        log.warn(
            "New credentials of the connection {} cannot be used, the old ones stay in use: {}",
            service.name(),
            change.problem());
      }
      // Last, because whoever else listens to the bundle may fail.
      if (change.bundle() != null) {
        registry.updateBundle(service.settings().credentials().bundle(), change.bundle());
      }
    } catch (RuntimeException | Error unexpected) {
      log.error("Renewing credentials of the connection {} failed", service.name(), unexpected);
    }
  }

  private void count(TemporalService service, String outcome) {
    meters
        .counter(
            "gateway.temporal.credentials.reloads",
            "connection",
            service.name(),
            "outcome",
            outcome)
        .increment();
  }

  @Override
  public void start() {
    watching = Thread.ofVirtual().name("temporal-credentials").start(this::watch);
  }

  @Override
  public void stop() {
    Thread thread = watching;
    if (thread != null) {
      thread.interrupt();
      watching = null;
    }
  }

  @Override
  public boolean isRunning() {
    return watching != null;
  }
}
