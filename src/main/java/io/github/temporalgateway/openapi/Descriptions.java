package io.github.temporalgateway.openapi;

import io.github.temporalgateway.problem.ProblemCode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the texts of the document in order, those from Javadoc above all. */
final class Descriptions {

  private Descriptions() {}

  static void tidy(OpenAPI document) {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    schemas.values().forEach(Descriptions::tidy);
    document.getPaths().values().stream()
        .flatMap(item -> item.readOperations().stream())
        .forEach(Descriptions::tidy);
    knownCodes(schemas.get("Problem"));
  }

  private static void tidy(Operation operation) {
    operation.setDescription(Prose.of(operation.getDescription()));
    if (operation.getParameters() != null) {
      operation
          .getParameters()
          .forEach(parameter -> parameter.setDescription(Prose.of(parameter.getDescription())));
    }
  }

  private static void tidy(Schema<?> schema) {
    schema.setDescription(Prose.of(schema.getDescription()));
    if (Objects.equals(schema.getMinLength(), 0)) {
      schema.setMinLength(null);
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(Descriptions::tidy);
    }
    if (schema.getItems() != null) {
      tidy(schema.getItems());
    }
  }

  /** The list is documentation, not a limit: later versions may know more codes. */
  private static void knownCodes(@Nullable Schema<?> schema) {
    Map<String, Schema> properties = schema == null ? null : schema.getProperties();
    Schema<?> code = properties == null ? null : properties.get("code");
    if (code != null) {
      List<String> codes = Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList();
      code.addExtension("x-extensible-enum", codes);
    }
  }
}
