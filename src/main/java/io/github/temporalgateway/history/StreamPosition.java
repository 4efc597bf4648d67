package io.github.temporalgateway.history;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a caller has read. Event ids begin anew in each run of a chain, so a position names both.
 *
 * @param runId the run; null for the one that the caller names otherwise
 * @param eventId the last event that it has; 0 for none
 */
record StreamPosition(@Nullable String runId, long eventId) {

  private static final StreamPosition START = new StreamPosition(null, 0);
  private static final Pattern TEXT = Pattern.compile("(?:([0-9A-Za-z-]{1,64})/)?([0-9]{1,18})");

  /**
   * Reads {@code <runId>/<eventId>}, or an event id alone.
   *
   * @param header value of Last-Event-ID, which comes first
   * @param parameter value of {@code ?after=}
   * @throws RefusedException 422 when it is neither
   */
  static StreamPosition of(@Nullable String header, @Nullable String parameter) {
    String text = header == null || header.isEmpty() ? parameter : header;
    if (text == null || text.isEmpty()) {
      return START;
    }
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      String detail = "The position must be <runId>/<eventId>, or an event id.";
      throw RefusedException.invalid(
          text.equals(header)
              ? Violation.ofHeader("Last-Event-ID", detail)
              : Violation.ofParameter("after", detail));
    }
    return new StreamPosition(parts.group(1), Long.parseLong(parts.group(2)));
  }

  static String text(ExecutionRef run, long eventId) {
    return run.runIdOrEmpty() + "/" + eventId;
  }
}
