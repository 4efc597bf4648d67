package io.github.temporalgateway.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds for a type when no other type under the rule has its simple name. */
final class HaveUniqueSimpleName extends ArchCondition<JavaClass> {

  private Map<String, List<String>> namesakes = Map.of();

  HaveUniqueSimpleName() {
    super("have a simple name of their own");
  }

  @Override
  public void init(Collection<JavaClass> types) {
    namesakes =
        types.stream()
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    List<String> sharing = namesakes.getOrDefault(type.getSimpleName(), List.of());
    events.add(
        new SimpleConditionEvent(
            type, sharing.size() <= 1, "'" + type.getSimpleName() + "' is shared by " + sharing));
  }
}
