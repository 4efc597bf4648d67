package io.github.temporalgateway.connection.credentials;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * A setting that names a file.
 *
 * @param setting its whole name
 * @param value what it is set to; PEM text and resources of the class path are no files
 */
record StoreFile(String setting, @Nullable String value) {

  /** Refuses a file that is not there or cannot be read. */
  void mustBeReadable() {
    Optional<Path> path = path();
    if (path.isPresent() && !Files.isRegularFile(path.get())) {
      throw new SettingMistake(
          "%s names the file %s, which does not exist.".formatted(setting, path.get()),
          "Correct the path, or mount the file where the setting says.");
    }
    if (path.isPresent() && !Files.isReadable(path.get())) {
      throw new SettingMistake(
          "%s names the file %s, which this process may not read.".formatted(setting, path.get()),
          "Let the user that runs the gateway read the file.");
    }
  }

  private Optional<Path> path() {
    String location = value;
    if (location == null || location.isEmpty() || PemContent.isPresentInText(location)) {
      return Optional.empty();
    }
    try {
      String plain = location.startsWith("file:") ? location.substring(5) : location;
      return plain.matches("[a-z0-9]{2,}:.*") ? Optional.empty() : Optional.of(Path.of(plain));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
