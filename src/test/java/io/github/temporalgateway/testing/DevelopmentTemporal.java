package io.github.temporalgateway.testing;

import io.github.temporalgateway.samples.SampleWorker;
import io.temporal.testserver.TestServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Temporal Service with the sample worker for a person who tries the gateway out: the dev server
 * where its command is found or can be fetched, else the SDK's in-memory server.
 */
public final class DevelopmentTemporal implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DevelopmentTemporal.class);

  private final AutoCloseable server;
  private final String target;
  private final String description;
  private final SampleWorker worker;

  private DevelopmentTemporal(AutoCloseable server, String target, String description) {
    this.server = server;
    this.target = target;
    this.description = description;
    this.worker = SampleWorker.start(target);
  }

  /** Starts the service and its worker. */
  public static DevelopmentTemporal start() {
    try {
      TemporalCli.findOrFetch();
    } catch (IllegalStateException e) {
      log.warn("{} The reason: {}", e.getMessage(), String.valueOf(e.getCause()));
      return inMemory();
    }
    TemporalDevServer server = TemporalDevServer.startWithUi();
    String description =
        "%s (dev server %s) | Temporal UI %s"
            .formatted(server.target(), server.serverVersion(), server.uiUrl());
    return new DevelopmentTemporal(server, server.target(), description);
  }

  private static DevelopmentTemporal inMemory() {
    log.warn(
        "Development runs on the SDK's in-memory server instead. It starts, signals, queries,"
            + " updates, cancels and terminates Workflows. It cannot list or count them, reset,"
            + " pause or delete them, and has no schedules, batches, stand-alone Activities,"
            + " namespaces, task queue statistics or UI: those routes answer 501.");
    int port = Ports.freeOr(7233);
    AutoCloseable server = TestServer.createPortBoundServer(port);
    String target = "127.0.0.1:" + port;
    return new DevelopmentTemporal(server, target, target + " (in-memory server, no UI)");
  }

  /** Returns the address for gRPC, as {@code host:port}. */
  public String target() {
    return target;
  }

  /** Says in a few words what runs where. */
  public String description() {
    return description + " | sample worker on Task Queue " + SampleWorker.TASK_QUEUE;
  }

  /** Ends the worker and the service. */
  @Override
  public void close() throws Exception {
    worker.close();
    server.close();
  }
}
