package io.github.temporalgateway.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The process of {@code worker.py}. It ends with this JVM at the latest. */
final class PythonWorker implements AutoCloseable {

  private final Process process;

  private PythonWorker(Process process) {
    this.process = process;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-python-worker"));
  }

  /** Starts the worker and returns when it polls. */
  static PythonWorker start(Path python, String target) {
    try {
      Path log = Files.createDirectories(Path.of("target")).resolve("python-worker.log");
      String script = PythonTools.SCRIPTS.resolve("worker.py").toString();
      Process process =
          new ProcessBuilder(python.toString(), script, target)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      PythonWorker worker = new PythonWorker(process);
      await("the Python worker, see " + log)
          .atMost(Duration.ofSeconds(60))
          .failFast("the Python worker ended, see " + log, () -> !process.isAlive())
          .until(() -> Files.readAllLines(log).contains("ready"));
      return worker;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run " + python, e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
