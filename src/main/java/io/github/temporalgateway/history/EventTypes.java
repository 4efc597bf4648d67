package io.github.temporalgateway.history;

import io.github.temporalgateway.kernel.Nearest;
import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of events that a caller wants; none named is all of them. */
final class EventTypes {

  /** Name of the query parameter. */
  static final String PARAMETER = "eventType";

  private static final Map<String, EventType> BY_NAME =
      Arrays.stream(EventType.values())
          .filter(
              type -> type != EventType.UNRECOGNIZED && type != EventType.EVENT_TYPE_UNSPECIFIED)
          .collect(Collectors.toUnmodifiableMap(EventTypes::nameOf, Function.identity()));

  private final Set<EventType> wanted;

  private EventTypes(Set<EventType> wanted) {
    this.wanted = wanted;
  }

  /**
   * Reads the parameter.
   *
   * @throws RefusedException 422 when there is no such kind
   */
  static EventTypes of(List<String> names) {
    Set<EventType> wanted = EnumSet.noneOf(EventType.class);
    names.stream()
        .flatMap(name -> Arrays.stream(name.split(",", -1)))
        .map(String::strip)
        .forEach(name -> wanted.add(find(name)));
    return new EventTypes(wanted);
  }

  /** The short name. */
  static String nameOf(EventType type) {
    return Objects.requireNonNullElse(EnumNames.shortName(type, "EVENT_TYPE_"), "UNSPECIFIED");
  }

  boolean all() {
    return wanted.isEmpty();
  }

  boolean include(HistoryEvent event) {
    return wanted.isEmpty() || wanted.contains(event.getEventType());
  }

  private static EventType find(String name) {
    EventType type = BY_NAME.get(name);
    if (type == null) {
      String nearest =
          Nearest.to(name, BY_NAME.keySet())
              .map(near -> " Did you mean " + near + "?")
              .orElse(" One is WORKFLOW_EXECUTION_STARTED.");
      throw RefusedException.invalid(
          Violation.ofParameter(PARAMETER, "There is no such type of event." + nearest));
    }
    return type;
  }
}
