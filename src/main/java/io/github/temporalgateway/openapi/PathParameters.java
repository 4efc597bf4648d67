package io.github.temporalgateway.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Parameters in paths that no handler names, because a resolver reads them. */
final class PathParameters {

  private static final List<String> NAMES =
      List.of(
          SharedParameters.NAMESPACE, SharedParameters.WORKFLOW_ID, SharedParameters.ACTIVITY_ID);

  private PathParameters() {}

  static void add(OpenAPI document) {
    document
        .getPaths()
        .forEach((path, item) -> item.readOperations().forEach(operation -> add(path, operation)));
  }

  private static void add(String path, Operation operation) {
    List<Parameter> parameters =
        new ArrayList<>(Objects.requireNonNullElse(operation.getParameters(), List.of()));
    for (String name : NAMES.reversed()) {
      if (path.contains("{" + name + "}")
          && parameters.stream().noneMatch(own -> name.equals(own.getName()))) {
        parameters.addFirst(new Parameter().$ref(name));
      }
    }
    parameters.stream()
        .filter(PathParameters::isPlain)
        .forEach(id -> id.setSchema(SharedParameters.pathId()));
    operation.setParameters(parameters.isEmpty() ? null : parameters);
  }

  /** Names and ids that handlers take as text are in the same form. */
  private static boolean isPlain(Parameter parameter) {
    return "path".equals(parameter.getIn())
        && parameter.getSchema() != null
        && parameter.getSchema().getTypes() != null
        && parameter.getSchema().getTypes().contains("string")
        && parameter.getSchema().getEnum() == null
        && parameter.getSchema().getPattern() == null;
  }
}
