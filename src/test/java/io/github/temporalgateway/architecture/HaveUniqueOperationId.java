package io.github.temporalgateway.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds for a handler method whose {@code @Operation} has an id in camelCase that is its own. */
final class HaveUniqueOperationId extends ArchCondition<JavaMethod> {

  private Map<String, List<String>> owners = Map.of();

  HaveUniqueOperationId() {
    super("have an @Operation with an operationId of their own (verbNoun)");
  }

  @Override
  public void init(Collection<JavaMethod> handlers) {
    owners =
        handlers.stream()
            .collect(
                Collectors.groupingBy(
                    HaveUniqueOperationId::idOf,
                    Collectors.mapping(JavaMethod::getFullName, Collectors.toList())));
  }

  @Override
  public void check(JavaMethod handler, ConditionEvents events) {
    String id = idOf(handler);
    boolean wellFormed = id.matches("[a-z][A-Za-z0-9]+");
    List<String> sharing = owners.getOrDefault(id, List.of());
    String finding =
        wellFormed
            ? "operationId '" + id + "' belongs to " + sharing
            : handler.getFullName()
                + " needs @Operation(operationId = \"verbNoun\"), has '"
                + id
                + "'";
    events.add(new SimpleConditionEvent(handler, wellFormed && sharing.size() == 1, finding));
  }

  private static String idOf(JavaMethod handler) {
    return handler.tryGetAnnotationOfType(Operation.class).map(Operation::operationId).orElse("");
  }
}
