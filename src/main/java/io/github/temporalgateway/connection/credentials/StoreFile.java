package io.github.temporalgateway.connection.credentials;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * A setting that names a file.
 *
 * @param setting its whole name
 * @param value what it is set to; only what looks like a path may be printed
 */
record StoreFile(String setting, @Nullable String value) {

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_PLAIN_NAME = 40;

  /** Refuses a file that is not there or cannot be read; PEM text and resources are no files. */
  void mustBeReadable() {
    String location = value;
    if (location != null
        && !location.isEmpty()
        && !PemContent.isPresentInText(location)
        && (isFile(location) || !location.matches("[a-z0-9]{2,}:.*"))) {
      readable();
    }
  }

  /** The file, which is there and can be read. */
  Path readable() {
    String location = value == null ? "" : value;
    String plain = isFile(location) ? location.substring(5) : location;
    Path path = path(plain);
    if (!Files.isRegularFile(path)) {
      throw isLikePath(plain)
          ? new SettingMistake(
              "%s names the file %s, which does not exist.".formatted(setting, path),
              "Correct the path, or mount the file where the setting says.")
          : noPath();
    }
    if (!Files.isReadable(path)) {
      throw new SettingMistake(
          "%s names the file %s, which this process may not read.".formatted(setting, path),
          "Let the user that runs the gateway read the file.");
    }
    return path;
  }

  private Path path(String plain) {
    try {
      return Path.of(plain);
    } catch (InvalidPathException _) {
      throw noPath();
    }
  }

  private SettingMistake noPath() {
    return new SettingMistake(
        "%s holds no path of a file.".formatted(setting),
        "Put what it holds now into a file, and set it to the path of that file.");
  }

  private static boolean isFile(String location) {
    return location.startsWith("file:");
  }

  /** Keys and certificates that were set instead of the path of their file are not alike. */
  private static boolean isLikePath(String text) {
    boolean key =
        text.startsWith("eyJ")
            || text.startsWith("MII")
            || text.contains("BEGIN")
            || text.matches("M[A-Za-z0-9+/=]{50,}")
            || text.matches("[^/\\\\.]{%d,}".formatted(LONGEST_PLAIN_NAME + 1));
    return !key
        && text.chars().noneMatch(Character::isISOControl)
        && Stream.of(text.split("[/\\\\]")).allMatch(name -> name.length() <= LONGEST_NAME);
  }
}
