package io.github.temporalgateway.connection.service;

import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens the connections in the background, so that no caller pays for it: the SDK asks for the
 * service's capabilities inside the first call. Goes on until each service answers.
 */
@Component
final class WarmUp {

  private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final TemporalServices services;
  private volatile boolean closed;

  WarmUp(TemporalServices services) {
    this.services = services;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    for (TemporalService service : services.all()) {
      Thread.ofVirtual().name("temporal-warm-up-" + service.name()).start(() -> open(service));
    }
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    closed = true;
  }

  private void open(TemporalService service) {
    boolean told = false;
    while (!closed) {
      try {
        GetSystemInfoResponse.Capabilities capabilities = service.connect();
        service.markAnswered();
        log.info("Connected to Temporal at {} ({})", service.target(), service.name());
        log.debug("Capabilities of the service: {}", capabilities);
        return;
      } catch (RuntimeException notYet) {
        if (!told) {
          told = true;
          log.warn(
              "Temporal at {} ({}) does not answer yet: callers get 503 until it does ({})",
              service.target(),
              service.name(),
              notYet.getMessage());
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
