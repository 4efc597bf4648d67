package io.github.temporalgateway.testing;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The folder of fetched tools, outside the build folder so that {@code clean} keeps them. */
final class ToolCache {

  private ToolCache() {}

  /** The place of a tool, whether or not it is there. */
  static Path folder(String name) {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path home = Path.of(System.getProperty("user.home", "."), ".cache");
    Path caches = xdg == null || xdg.isBlank() ? home : Path.of(xdg);
    return caches.resolve("temporal-rest-gateway").resolve(name).toAbsolutePath();
  }

  /**
   * Makes a tool's folder under a file lock, so that two builds do not fill it at once. A mark that
   * is written last tells a whole folder from one whose making was cut short.
   */
  static Path folder(String name, Consumer<Path> fill) {
    Path folder = folder(name);
    Path complete = folder.resolve(".complete");
    try {
      Files.createDirectories(folder);
      Path lock = folder.resolveSibling(name + ".lock");
      try (var channel = FileChannel.open(lock, CREATE, WRITE);
          var _ = channel.lock()) {
        if (!Files.exists(complete)) {
          fill.accept(folder);
          Files.writeString(complete, "");
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot fill " + folder, e);
    }
  }
}
