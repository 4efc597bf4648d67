package io.github.temporalgateway.schedule;

import io.temporal.api.schedule.v1.Range;
import io.temporal.api.schedule.v1.ScheduleSpec;
import io.temporal.api.schedule.v1.StructuredCalendarSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells which edits have reached a Schedule. Temporal answers an edit before it looks at the
 * conflict token, and forgets one with an old token without a word, so each edit leaves its id in
 * the Schedule: as the comment of an excluded calendar that is over since the year 2000.
 *
 * @param edits ids of the latest edits, the latest first
 */
record EditMark(List<String> edits) {

  private static final String PREFIX = "temporal-rest-gateway edits:";
  private static final int KEPT = 4;
  private static final int LONG_AGO = 2000;

  static EditMark in(ScheduleSpec spec) {
    return spec.getExcludeStructuredCalendarList().stream()
        .filter(EditMark::is)
        .findFirst()
        .map(mark ->
            new EditMark(
                Arrays.asList(mark.getComment().substring(PREFIX.length()).strip().split(" "))))
        .orElseGet(() -> new EditMark(List.of()));
  }

  /** Whether a calendar is a mark, which callers do not see. */
  static boolean is(StructuredCalendarSpec calendar) {
    return calendar.getComment().startsWith(PREFIX);
  }

  boolean has(String edit) {
    return edits.contains(edit);
  }

  EditMark with(String edit) {
    return new EditMark(Stream.concat(Stream.of(edit), edits.stream()).limit(KEPT).toList());
  }

  StructuredCalendarSpec toProto() {
    return StructuredCalendarSpec.newBuilder()
        .addSecond(Range.getDefaultInstance())
        .addMinute(Range.getDefaultInstance())
        .addHour(Range.getDefaultInstance())
        .addDayOfMonth(one())
        .addMonth(one())
        .addYear(Range.newBuilder().setStart(LONG_AGO))
        .addDayOfWeek(Range.newBuilder().setEnd(6))
        .setComment(PREFIX + " " + String.join(" ", edits))
        .build();
  }

  private static Range one() {
    return Range.newBuilder().setStart(1).build();
  }
}
