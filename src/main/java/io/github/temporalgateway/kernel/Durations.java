package io.github.temporalgateway.kernel;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as callers write them: ISO 8601 ({@code PT1H30M}, {@code P1D}) or {@code 1h30m}. */
public final class Durations {

  /** A regular expression for the API document: what matches it is accepted, up to a century. */
  public static final String PATTERN =
      "^(P(\\d{1,4}D(TTIME)?|TTIME)|DAYS)$"
          .replace("TTIME", "T(\\d{1,5}H(\\d{1,7}M)?(SECONDS)?|\\d{1,7}M(SECONDS)?|SECONDS)")
          .replace("SECONDS", "\\d{1,9}(\\.\\d{1,9})?S")
          .replace("DAYS", "\\d{1,4}d(HOURS)?|HOURS")
          .replace("HOURS", "\\d{1,5}h(MINUTES)?|MINUTES")
          .replace("MINUTES", "\\d{1,7}m(REST)?|REST")
          .replace("REST", "\\d{1,9}s(\\d{1,9}ms)?|\\d{1,9}ms");

  private static final Pattern SHORT =
      Pattern.compile(
          "(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");
  private static final Duration MAX = Duration.ofDays(36_500);

  private Durations() {}

  /**
   * Reads a duration.
   *
   * @return empty when it is none, is negative or longer than 100 years
   */
  public static Optional<Duration> parse(String text) {
    return read(text).filter(time -> !time.isNegative() && time.compareTo(MAX) <= 0);
  }

  private static Optional<Duration> read(String text) {
    if (text.startsWith("P")) {
      try {
        return Optional.of(Duration.parse(text));
      } catch (DateTimeParseException | ArithmeticException _) {
        return Optional.empty();
      }
    }
    Matcher parts = SHORT.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofDays(part(parts, 1))
            .plusHours(part(parts, 2))
            .plusMinutes(part(parts, 3))
            .plusSeconds(part(parts, 4))
            .plusMillis(part(parts, 5)));
  }

  private static long part(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
