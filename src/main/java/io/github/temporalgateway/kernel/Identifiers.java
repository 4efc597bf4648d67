package io.github.temporalgateway.kernel;

import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules that Temporal and the gateway have for ids and names that callers choose. */
public final class Identifiers {

  /** Temporal's default {@code limit.maxIDLength}, in bytes of UTF-8. */
  public static final int MAX_BYTES = 1000;

  private static final Pattern RUN_ID =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  private Identifiers() {}

  /**
   * Lets only a Run Id of the query string pass, or none.
   *
   * @throws RefusedException 422 when it is no UUID
   */
  public static @Nullable String checkRunId(@Nullable String runId) {
    if (runId != null && !RUN_ID.matcher(runId).matches()) {
      throw RefusedException.invalid(
          Violation.ofParameter("runId", "A Run Id is a UUID, as the gateway answered it."));
    }
    return runId;
  }

  /**
   * Lets only a fine id or name of the body pass.
   *
   * @param pointer where it is in the body
   * @throws RefusedException 422 when it isn't fine
   */
  public static String check(String pointer, String id) {
    complaint(id)
        .ifPresent(complaint -> {
          throw RefusedException.invalid(Violation.at(pointer, complaint));
        });
    return id;
  }

  /**
   * Says what is wrong with an id or name.
   *
   * @return empty when it is fine, else one sentence
   */
  public static Optional<String> complaint(String id) {
    if (id.isEmpty()) {
      return Optional.of("The value must not be empty.");
    }
    for (int i = 0, point; i < id.length(); i += Character.charCount(point)) {
      point = id.codePointAt(i);
      if (Character.isISOControl(point)) {
        return Optional.of("The value must not contain control characters.");
      }
      if (Character.getType(point) == Character.SURROGATE) {
        return Optional.of("The value must not contain unpaired surrogates.");
      }
    }
    if (id.length() <= MAX_BYTES / 3) {
      return Optional.empty();
    }
    int bytes = id.getBytes(StandardCharsets.UTF_8).length;
    return bytes > MAX_BYTES
        ? Optional.of("The value has " + bytes + " bytes of UTF-8, at most 1000 are allowed.")
        : Optional.empty();
  }
}
