package io.github.temporalgateway.schedule;

import io.temporal.api.schedule.v1.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One field of a calendar in the notation of cron, and the ranges that it means. */
enum CalendarField {
  SECOND(0, 59, List.of()),
  MINUTE(0, 59, List.of()),
  HOUR(0, 23, List.of()),
  DAY_OF_MONTH(1, 31, List.of()),
  MONTH(
      1,
      12,
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december")),
  YEAR(2000, 2100, List.of()),
  DAY_OF_WEEK(
      0, 7, List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"));

  private static final Pattern PART =
      Pattern.compile("(?:(\\*)|(\\w+)(?:-(\\w+))?)(?:/(\\d{1,4}))?");
  private static final int SUNDAY = 7;
  private static final int SHORTEST_NAME = 3;

  private final int min;
  private final int max;
  private final List<String> names;

  CalendarField(int min, int max, List<String> names) {
    this.min = min;
    this.max = max;
    this.names = names;
  }

  /**
   * Reads a list such as {@code 0,30} or {@code MON-FRI}.
   *
   * @return empty when it is none
   */
  Optional<List<Range>> parse(String text) {
    List<Range> ranges = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      List<Range> meant = part(part.strip());
      if (meant.isEmpty()) {
        return Optional.empty();
      }
      ranges.addAll(meant);
    }
    return Optional.of(ranges);
  }

  /** The ranges in the notation that {@link #parse} reads. */
  String print(List<Range> ranges) {
    return ranges.stream().map(this::print).collect(Collectors.joining(","));
  }

  /** What a value of it has to be, in words. */
  String expectation() {
    return "A list of values from "
        + min
        + " to "
        + max
        + (names.isEmpty() ? "" : " or names")
        + " is expected, such as \""
        + min
        + "\", \""
        + min
        + "-"
        + (min + 2)
        + "\" or \"*\".";
  }

  private List<Range> part(String part) {
    Matcher parts = PART.matcher(part);
    if (!parts.matches()) {
      return List.of();
    }
    int step = parts.group(4) == null ? 1 : Integer.parseInt(parts.group(4));
    if (step == 0) {
      return List.of();
    }
    if (parts.group(1) != null) {
      return List.of(range(min, last(), step));
    }
    OptionalInt start = value(parts.group(2));
    OptionalInt end = end(parts, start);
    if (start.isEmpty() || end.isEmpty() || end.getAsInt() < start.getAsInt()) {
      return List.of();
    }
    return this == DAY_OF_WEEK
        ? days(start.getAsInt(), end.getAsInt(), step)
        : List.of(range(start.getAsInt(), end.getAsInt(), step));
  }

  private OptionalInt end(Matcher parts, OptionalInt start) {
    if (parts.group(3) != null) {
      return value(parts.group(3));
    }
    return parts.group(4) == null ? start : OptionalInt.of(last());
  }

  /** Sunday may be 7 here, which Temporal knows as 0. */
  private static List<Range> days(int start, int end, int step) {
    List<Range> days = new ArrayList<>();
    if (start < SUNDAY) {
      days.add(range(start, Math.min(end, SUNDAY - 1), step));
    }
    if (end == SUNDAY && (SUNDAY - start) % step == 0) {
      days.add(range(0, 0, 1));
    }
    return days;
  }

  private OptionalInt value(@Nullable String text) {
    if (text == null) {
      return OptionalInt.empty();
    }
    if (text.matches("\\d{1,4}")) {
      int number = Integer.parseInt(text);
      return number < min || number > max ? OptionalInt.empty() : OptionalInt.of(number);
    }
    String name = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < names.size(); i++) {
      if (name.length() >= SHORTEST_NAME && names.get(i).startsWith(name)) {
        return OptionalInt.of(min + i);
      }
    }
    return OptionalInt.empty();
  }

  private String print(Range range) {
    int end = Math.max(range.getStart(), range.getEnd());
    int step = Math.max(1, range.getStep());
    String every = step == 1 ? "" : "/" + step;
    if (range.getStart() == min && end == last()) {
      return "*" + every;
    }
    return end == range.getStart() ? Integer.toString(end) : range.getStart() + "-" + end + every;
  }

  private int last() {
    return this == DAY_OF_WEEK ? SUNDAY - 1 : max;
  }

  private static Range range(int start, int end, int step) {
    return Range.newBuilder().setStart(start).setEnd(end).setStep(step).build();
  }
}
