package io.github.temporalgateway.testing;

import io.github.temporalgateway.samples.SampleWorker;
import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The one dev server and the one sample worker that all tests of a JVM share. They start with the
 * first use and end with the JVM, because Spring's cached contexts live that long too.
 */
final class SharedTemporal {

  private static final Path MARKER = Path.of("target", "real-temporal-server.txt");

  private static @Nullable SharedTemporal instance;

  private final TemporalDevServer server = TemporalDevServer.startOnFreePorts();
  private final SampleWorker worker = SampleWorker.start(server.target());
  private final AtomicBoolean marked = new AtomicBoolean();

  private SharedTemporal() {}

  static synchronized SharedTemporal get() {
    SharedTemporal shared = instance;
    if (shared == null) {
      shared = new SharedTemporal();
      instance = shared;
    }
    return shared;
  }

  TemporalDevServer server() {
    return server;
  }

  WorkflowClient client() {
    return worker.client();
  }

  /** Writes down, once, that a test has run against a server which tells its version. */
  void markUsedBy(String test) {
    if (marked.compareAndSet(false, true)) {
      String version = server.serverVersion();
      if (version.isBlank()) {
        throw new IllegalStateException("The server tells no version, so it is not a real one.");
      }
      try {
        Files.writeString(
            MARKER,
            "address=%s%nserverVersion=%s%nfirstTest=%s%n"
                .formatted(server.target(), version, test));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
