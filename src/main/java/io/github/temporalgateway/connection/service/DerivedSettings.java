package io.github.temporalgateway.connection.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of ours that follow from settings of the same meaning elsewhere.
 *
 * @param values what is set
 * @param writtenAs what the operator wrote instead, so that mistakes are told in those words
 */
record DerivedSettings(Map<String, Object> values, Map<String, String> writtenAs) {

  DerivedSettings() {
    this(new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  /** Sets something, unless the value is missing. */
  void set(String name, @Nullable Object value, String writtenAs) {
    if (value != null && !value.toString().isEmpty()) {
      values.put(name, value);
      this.writtenAs.put(name, writtenAs);
    }
  }

  /** Sets the name of a file, unless it is missing. */
  void setFile(String name, @Nullable String path, String writtenAs) {
    if (path != null && !path.isEmpty()) {
      set(
          name,
          Files.exists(Path.of(path)) ? Path.of(path).toAbsolutePath().toString() : path,
          writtenAs);
    }
  }

  /** Says what a whole group of settings was written as. */
  void name(String group, String writtenAs) {
    this.writtenAs.put(group, writtenAs);
  }
}
