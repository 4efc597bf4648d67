package io.github.temporalgateway.schedule;

import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.temporal.api.schedule.v1.IntervalSpec;
import io.temporal.api.schedule.v1.StructuredCalendarSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the times of a Schedule meet Temporal's protobuf. */
final class SpecMapper {

  private static final String WHOLE_SECONDS =
      "A whole number of seconds is expected, as Temporal's intervals have no parts of them.";

  private SpecMapper() {}

  /** The times for Temporal; refuses what is wrong for sure, with pointers. */
  static io.temporal.api.schedule.v1.ScheduleSpec.Builder toProto(ScheduleSpec spec) {
    io.temporal.api.schedule.v1.ScheduleSpec.Builder proto =
        io.temporal.api.schedule.v1.ScheduleSpec.newBuilder()
            .addAllInterval(intervals(spec.intervals()))
            .addAllStructuredCalendar(CalendarMapper.toProto(spec.calendars(), "/spec/calendars"))
            .addAllExcludeStructuredCalendar(
                CalendarMapper.toProto(spec.excluding(), "/spec/excluding"));
    if (spec.cron() != null) {
      proto.addAllCronString(spec.cron());
    }
    if (spec.timeZone() != null) {
      proto.setTimezoneName(spec.timeZone());
    }
    if (spec.jitter() != null) {
      proto.setJitter(ProtoTimes.toProto(spec.jitter()));
    }
    if (spec.startAt() != null) {
      proto.setStartTime(ProtoTimes.toProto("/spec/startAt", spec.startAt()));
    }
    if (spec.endAt() != null) {
      proto.setEndTime(ProtoTimes.toProto("/spec/endAt", spec.endAt()));
    }
    if (spec.startAt() != null && spec.endAt() != null && spec.endAt().isBefore(spec.startAt())) {
      throw RefusedException.invalid(Violation.at("/spec/endAt", "The end is before the start."));
    }
    return proto;
  }

  /** The times as JSON, without what only the gateway itself has put among them. */
  static ScheduleSpec toSpec(io.temporal.api.schedule.v1.ScheduleSpec proto) {
    return new ScheduleSpec(
        orNull(proto.getIntervalList().stream().map(SpecMapper::toInterval).toList()),
        orNull(calendars(proto.getStructuredCalendarList())),
        null,
        orNull(calendars(proto.getExcludeStructuredCalendarList())),
        proto.getTimezoneName().isEmpty() ? null : proto.getTimezoneName(),
        ProtoTimes.toDurationIfSet(proto.getJitter()),
        proto.hasStartTime() ? ProtoTimes.toInstant(proto.getStartTime()) : null,
        proto.hasEndTime() ? ProtoTimes.toInstant(proto.getEndTime()) : null);
  }

  private static List<ScheduleCalendar> calendars(List<StructuredCalendarSpec> calendars) {
    return calendars.stream()
        .filter(calendar -> !EditMark.is(calendar))
        .map(CalendarMapper::toCalendar)
        .toList();
  }

  private static List<IntervalSpec> intervals(@Nullable List<ScheduleInterval> intervals) {
    List<IntervalSpec> specs = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    for (ScheduleInterval interval : intervals == null ? List.<ScheduleInterval>of() : intervals) {
      String pointer = "/spec/intervals/" + specs.size();
      Duration offset = interval.offset() == null ? Duration.ZERO : interval.offset();
      if (interval.every().getNano() != 0 || interval.every().isZero()) {
        violations.add(Violation.at(pointer + "/every", WHOLE_SECONDS));
      } else if (offset.getNano() != 0) {
        violations.add(Violation.at(pointer + "/offset", WHOLE_SECONDS));
      } else if (offset.toSeconds() >= interval.every().toSeconds()) {
        violations.add(
            Violation.at(pointer + "/offset", "A shorter time than the interval is expected."));
      }
      specs.add(
          IntervalSpec.newBuilder()
              .setInterval(ProtoTimes.toProto(interval.every()))
              .setPhase(ProtoTimes.toProto(offset))
              .build());
    }
    if (!violations.isEmpty()) {
      throw RefusedException.invalid(violations);
    }
    return specs;
  }

  private static ScheduleInterval toInterval(IntervalSpec spec) {
    return new ScheduleInterval(
        ProtoTimes.toDuration(spec.getInterval()), ProtoTimes.toDurationIfSet(spec.getPhase()));
  }

  private static <T> @Nullable List<T> orNull(List<T> list) {
    return list.isEmpty() ? null : list;
  }
}
