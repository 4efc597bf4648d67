package io.github.temporalgateway.settings;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The configuration has settings that this version does not have. */
final class UnknownSettingsException extends RuntimeException {

  private final String action;

  UnknownSettingsException(List<Unknown> unknown, Collection<String> known) {
    super(unknown.stream().map(Unknown::sentence).collect(Collectors.joining("\n")));
    this.action =
        "Correct or remove what is named above. The settings are:\n    "
            + String.join("\n    ", known);
  }

  String action() {
    return action;
  }

  /**
   * One of them.
   *
   * @param name as it was written
   * @param source where it was found
   * @param nearest what was probably meant
   */
  record Unknown(String name, String source, @Nullable String nearest) {

    private String sentence() {
      return "There is no setting %s (in %s).%s"
          .formatted(name, source, nearest == null ? "" : " Did you mean " + nearest + "?");
    }
  }
}
