package io.github.temporalgateway.activity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Worker of {@code examples/activity-worker} in a process of its own. */
final class ScriptWorker implements AutoCloseable {

  private static final Path FOLDER = Path.of("examples", "activity-worker");

  private final Process process;

  private ScriptWorker(Process process) {
    this.process = process;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-script-worker"));
  }

  /** Starts {@code worker.sh} or {@code worker.py}. */
  static ScriptWorker start(String script, int port, String taskQueue) throws IOException {
    String command = script.endsWith(".py") ? "python3" : "bash";
    Path log = Files.createDirectories(Path.of("target")).resolve("script-worker.log");
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command, FOLDER.resolve(script).toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder
        .environment()
        .putAll(Map.of("GATEWAY", "http://127.0.0.1:" + port, "TASK_QUEUE", taskQueue));
    return new ScriptWorker(builder.start());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it with all that it has started, as a crash of its machine does. */
  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly().onExit().join();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
