package io.github.temporalgateway.schedule;

import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.temporal.api.schedule.v1.Range;
import io.temporal.api.schedule.v1.StructuredCalendarSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where calendars meet Temporal's protobuf. */
final class CalendarMapper {

  private CalendarMapper() {}

  /**
   * The calendars for Temporal.
   *
   * @param pointer where they are in the body
   * @throws RefusedException 422 with a pointer to each field that is none
   */
  static List<StructuredCalendarSpec> toProto(
      @Nullable List<ScheduleCalendar> calendars, String pointer) {
    List<StructuredCalendarSpec> specs = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    if (calendars != null) {
      for (ScheduleCalendar calendar : calendars) {
        specs.add(toProto(calendar, pointer + "/" + specs.size(), violations));
      }
    }
    if (!violations.isEmpty()) {
      throw RefusedException.invalid(violations);
    }
    return specs;
  }

  static ScheduleCalendar toCalendar(StructuredCalendarSpec spec) {
    return new ScheduleCalendar(
        CalendarField.SECOND.print(spec.getSecondList()),
        CalendarField.MINUTE.print(spec.getMinuteList()),
        CalendarField.HOUR.print(spec.getHourList()),
        CalendarField.DAY_OF_MONTH.print(spec.getDayOfMonthList()),
        CalendarField.MONTH.print(spec.getMonthList()),
        spec.getYearCount() == 0 ? null : CalendarField.YEAR.print(spec.getYearList()),
        CalendarField.DAY_OF_WEEK.print(spec.getDayOfWeekList()),
        spec.getComment().isEmpty() ? null : spec.getComment());
  }

  private static StructuredCalendarSpec toProto(
      ScheduleCalendar calendar, String pointer, List<Violation> violations) {
    Reader fields = new Reader(pointer, violations);
    StructuredCalendarSpec.Builder spec =
        StructuredCalendarSpec.newBuilder()
            .addAllSecond(fields.read("second", calendar.second(), "0", CalendarField.SECOND))
            .addAllMinute(fields.read("minute", calendar.minute(), "0", CalendarField.MINUTE))
            .addAllHour(fields.read("hour", calendar.hour(), "0", CalendarField.HOUR))
            .addAllDayOfMonth(
                fields.read("dayOfMonth", calendar.dayOfMonth(), "*", CalendarField.DAY_OF_MONTH))
            .addAllMonth(fields.read("month", calendar.month(), "*", CalendarField.MONTH))
            .addAllDayOfWeek(
                fields.read("dayOfWeek", calendar.dayOfWeek(), "*", CalendarField.DAY_OF_WEEK));
    if (calendar.year() != null && !calendar.year().equals("*")) {
      spec.addAllYear(fields.read("year", calendar.year(), "*", CalendarField.YEAR));
    }
    if (calendar.comment() != null) {
      spec.setComment(calendar.comment());
    }
    return spec.build();
  }

  private record Reader(String pointer, List<Violation> violations) {

    private List<Range> read(
        String name, @Nullable String text, String otherwise, CalendarField field) {
      return field
          .parse(text == null ? otherwise : text)
          .orElseGet(() -> {
            violations.add(Violation.at(pointer + "/" + name, field.expectation()));
            return List.of();
          });
    }
  }
}
