package io.github.temporalgateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A Python with the pinned packages of {@code src/test/python/requirements.txt}. */
public final class PythonTools {

  /** Where the scripts are. */
  public static final Path SCRIPTS = Path.of("src", "test", "python").toAbsolutePath();

  private static final String VARIABLE = "GATEWAY_TEST_PYTHON";
  private static final Path REQUIREMENTS = SCRIPTS.resolve("requirements.txt");
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private PythonTools() {}

  /** Returns the Python that the variable names, else one in an environment made for us. */
  public static Path python() {
    String named = System.getenv(VARIABLE);
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    try {
      return pythonIn(ToolCache.folder(environmentName(), PythonTools::install));
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          """
          The tests need a Python with the packages of %s, and making one failed. Install Python \
          3.10 or newer with its venv module (Debian: python3-venv), or set %s to a Python that \
          has the packages.\
          """
              .formatted(REQUIREMENTS, VARIABLE),
          e);
    }
  }

  // Other requirements make another environment, so none is ever half updated.
  private static String environmentName() {
    try {
      return "python-" + Integer.toHexString(Files.readString(REQUIREMENTS).hashCode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void install(Path folder) {
    Commands.run(PATIENCE, List.of("python3", "-m", "venv", "--clear", folder.toString()));
    String python = pythonIn(folder).toString();
    String requirements = REQUIREMENTS.toString();
    Commands.run(PATIENCE, List.of(python, "-m", "pip", "install", "--quiet", "-r", requirements));
  }

  private static Path pythonIn(Path folder) {
    return folder.resolve("bin").resolve("python");
  }
}
