package io.github.temporalgateway.history;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event in a chain of runs, each of which counts its events from 1: {@code <runId>/<eventId>}.
 *
 * @param runId the run; null for the one that the request means
 * @param eventId number of the event; 0 is before the first
 * @param byHeader whether the caller has sent it as a header
 */
record EventPosition(@Nullable String runId, long eventId, boolean byHeader) {

  /** Before the first event. */
  static final EventPosition START = new EventPosition(null, 0, false);

  private static final String HEADER = "Last-Event-ID";
  private static final String PARAMETER = "after";
  private static final Pattern FORM =
      Pattern.compile("(?:([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})/)?(\\d{1,18})");

  /**
   * Where a stream goes on. The header has precedence: when a connection breaks, browsers repeat
   * the whole URL and add the header.
   *
   * @throws RefusedException 422 when it is no position, or one in another run than the request's
   */
  static EventPosition of(ExecutionRef ref, @Nullable String header, @Nullable String parameter) {
    boolean byHeader = header != null && !header.isBlank();
    String text = byHeader ? header : parameter;
    if (text == null || text.isBlank()) {
      return START;
    }
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      throw refused(byHeader, "A position is <runId>/<eventId>, or the number of an event.");
    }
    String run = parts.group(1);
    if (run != null && ref.runId() != null && !run.equalsIgnoreCase(ref.runId())) {
      throw refused(byHeader, "The event is one of another run than runId names.");
    }
    return new EventPosition(
        run == null ? null : run.toLowerCase(Locale.ROOT),
        Long.parseLong(parts.group(2)),
        byHeader);
  }

  /** An event of a stream. */
  static EventPosition at(ExecutionRef run, long eventId) {
    return new EventPosition(run.runIdOrEmpty(), eventId, false);
  }

  /** A 422 for a position that its run does not have. */
  RefusedException isBeyond(long last) {
    return refused(byHeader, "The run has no event " + eventId + ", its last one is " + last + ".");
  }

  private static RefusedException refused(boolean byHeader, String detail) {
    return RefusedException.invalid(
        byHeader ? Violation.ofHeader(HEADER, detail) : Violation.ofParameter(PARAMETER, detail));
  }

  @Override
  public String toString() {
    return runId == null ? Long.toString(eventId) : runId + "/" + eventId;
  }
}
