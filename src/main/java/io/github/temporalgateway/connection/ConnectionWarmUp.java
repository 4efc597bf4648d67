package io.github.temporalgateway.connection;

import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens the connection in the background, so that no caller pays for it: the SDK asks for the
 * service's capabilities inside the first call. Goes on until the service answers.
 */
@Component
final class ConnectionWarmUp {

  private static final Logger log = LoggerFactory.getLogger(ConnectionWarmUp.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final WorkflowServiceStubs stubs;
  private final TemporalConnections connections;
  private volatile boolean closed;

  ConnectionWarmUp(WorkflowServiceStubs stubs, TemporalConnections connections) {
    this.stubs = stubs;
    this.connections = connections;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    Thread.ofVirtual().name("temporal-warm-up").start(this::run);
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    closed = true;
  }

  private void run() {
    boolean told = false;
    while (!closed) {
      try {
        GetSystemInfoResponse.Capabilities capabilities = stubs.getServerCapabilities().get();
        log.info(
            "Connected to Temporal at {}, default Namespace {}",
            connections.target(),
            connections.defaultNamespace());
        log.debug("Capabilities of the service: {}", capabilities);
        return;
      } catch (RuntimeException notYet) {
        if (!told) {
          told = true;
          log.warn(
              "Temporal at {} does not answer yet: callers get 503 until it does ({})",
              connections.target(),
              notYet.getMessage());
        }
        NamespaceConnection.pause(PAUSE);
      }
    }
  }
}
