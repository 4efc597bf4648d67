package io.github.temporalgateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs short-lived commands of the machine and tells what they said when they fail. */
final class Commands {

  private Commands() {}

  /** Runs a command to its end and returns what it printed, its error stream included. */
  static String run(Duration limit, List<String> command) {
    return run(limit, Map.of(), command);
  }

  /** Runs a command with more environment variables to its end and returns what it printed. */
  static String run(Duration limit, Map<String, String> environment, List<String> command) {
    try {
      Path output = Files.createTempFile("command-", ".log");
      try {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        boolean ended = endsWithin(limit, process);
        String text = Files.readString(output, StandardCharsets.UTF_8);
        if (!ended || process.exitValue() != 0) {
          String end = ended ? "ended with " + process.exitValue() : "took over " + limit;
          throw new IllegalStateException(
              "`%s` %s and said:%n%s".formatted(String.join(" ", command), end, text));
        }
        return text;
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run `%s`".formatted(String.join(" ", command)), e);
    }
  }

  /** Waits for a process to end, and kills it when it does not in time. */
  static boolean endsWithin(Duration limit, Process process) {
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly().onExit().join();
    return false;
  }
}
