package io.github.temporalgateway.connection.credentials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds an API key and nothing else.
 *
 * @param setting the setting that names it
 */
record ApiKeyFile(String setting, String value) {

  /** Reads the key, without white space around it. */
  String read() {
    Path path = new StoreFile(setting, value).readable();
    String key;
    try {
      key = Files.readString(path, StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new SettingMistake(
          "%s names the file %s, which cannot be read as text.".formatted(setting, path),
          "Write the API key into the file, and nothing else.",
          unreadable);
    }
    if (!key.matches("[\\x21-\\x7E]+")) {
      throw new SettingMistake(
          "%s names the file %s, which holds no API key but %s."
              .formatted(setting, path, key.isEmpty() ? "nothing" : "several words or lines"),
          "Write the API key into the file, and nothing else.");
    }
    return key;
  }
}
