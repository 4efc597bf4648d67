package io.github.temporalgateway.schedule;

import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the place of what Temporal refuses in the times of a Schedule without naming it. */
final class SpecFaults {

  private static final String REFUSED = "schedule spec";
  private static final List<CalendarField> FIELDS =
      List.of(
          CalendarField.SECOND,
          CalendarField.MINUTE,
          CalendarField.HOUR,
          CalendarField.DAY_OF_MONTH,
          CalendarField.MONTH,
          CalendarField.DAY_OF_WEEK,
          CalendarField.YEAR);

  private SpecFaults() {}

  /** The same refusal with pointers, when it is about the times. */
  static GatewayException explained(TemporalException refused, ScheduleSpec spec) {
    if (refused.code() != ProblemCode.INVALID_ARGUMENT
        || !refused.detail().toLowerCase(Locale.ROOT).contains(REFUSED)) {
      return refused;
    }
    String detail = sentence(refused.detail());
    return RefusedException.invalid(
        places(refused.detail(), spec).stream().map(place -> Violation.at(place, detail)).toList());
  }

  private static List<String> places(String detail, ScheduleSpec spec) {
    boolean ofZone = detail.contains("time zone") || detail.contains("timezone");
    if (ofZone && spec.timeZone() != null) {
      return List.of("/spec/timeZone");
    }
    List<String> cron = spec.cron() == null ? List.of() : spec.cron();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < cron.size(); i++) {
      if (ofZone ? cron.get(i).contains("TZ=") : !isRight(cron.get(i))) {
        wrong.add("/spec/cron/" + i);
      }
    }
    if (!wrong.isEmpty()) {
      return wrong;
    }
    return List.of(cron.isEmpty() ? "/spec" : "/spec/cron");
  }

  /** Only asked when Temporal has refused something; it has the last word. */
  private static boolean isRight(String cron) {
    String fields = cron.replaceFirst("#.*", "").replaceFirst("^\\s*(CRON_)?TZ=\\S+", "").strip();
    if (fields.startsWith("@")) {
      return fields.matches(
          "@(yearly|annually|monthly|weekly|daily|midnight|hourly|every\\s+\\d.*)");
    }
    String[] parts = fields.split("\\s+");
    return switch (parts.length) {
      case 5 -> fit(parts, 1);
      case 6 -> fit(parts, 1);
      case 7 -> fit(parts, 0);
      default -> false;
    };
  }

  /**
   * Whether the parts are fields of a calendar.
   *
   * @param first what the first one is: the seconds or the minutes
   */
  private static boolean fit(String[] parts, int first) {
    for (int i = 0; i < parts.length; i++) {
      if (FIELDS.get(first + i).parse(parts[i].replace('?', '*')).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static String sentence(String detail) {
    String text = detail.replaceFirst("(?i)^invalid schedule spec: ", "");
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }
}
