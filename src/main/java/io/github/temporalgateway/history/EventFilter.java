package io.github.temporalgateway.history;

import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which types of events a caller wants; all of them when it names none. */
final class EventFilter {

  private static final String PREFIX = "EVENT_TYPE_";

  private final Set<EventType> types;

  private EventFilter(Set<EventType> types) {
    this.types = types;
  }

  /**
   * Reads the names.
   *
   * @throws RefusedException 422 when there is no such type
   */
  static EventFilter of(@Nullable List<String> names) {
    Set<EventType> types = EnumSet.noneOf(EventType.class);
    if (names != null) {
      names.forEach(name -> types.add(typeNamed(name)));
    }
    return new EventFilter(types);
  }

  boolean admits(HistoryEvent event) {
    return types.isEmpty() || types.contains(event.getEventType());
  }

  static String nameOf(EventType type) {
    String name = EnumNames.shortName(type, PREFIX);
    return name == null ? "UNKNOWN" : name;
  }

  private static EventType typeNamed(String name) {
    return Arrays.stream(EventType.values())
        .filter(type -> type.name().equals(PREFIX + name))
        .findFirst()
        .orElseThrow(() ->
            RefusedException.invalid(
                Violation.ofParameter(
                    "eventType",
                    "There is no event type '" + name + "'; WORKFLOW_EXECUTION_STARTED is one.")));
  }
}
