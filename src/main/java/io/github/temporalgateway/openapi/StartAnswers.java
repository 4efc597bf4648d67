package io.github.temporalgateway.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Objects;

/**
 * Answers of a start: those of the start itself, or with {@code update} those of the Update, which
 * the annotations of one handler cannot both name.
 */
final class StartAnswers {

  private static final String REQUEST = ref("StartWorkflowRequest");

  private StartAnswers() {}

  static void describe(OpenAPI document) {
    document.getPaths().values().stream()
        .flatMap(item -> item.readOperations().stream())
        .filter(StartAnswers::isStart)
        .forEach(StartAnswers::describe);
  }

  private static boolean isStart(Operation operation) {
    return operation.getRequestBody() != null
        && operation.getRequestBody().getContent().values().stream()
            .anyMatch(
                body -> body.getSchema() != null && REQUEST.equals(body.getSchema().get$ref()));
  }

  /** Any JSON may look like a handle, so what an Update returned excludes nothing. */
  private static void describe(Operation operation) {
    Schema<?> returned = new JsonSchema();
    returned.setAnyOf(List.of(reference("WorkflowHandle"), reference("JsonValue")));
    set(operation, "200", returned);
    Schema<?> unfinished = new JsonSchema();
    unfinished.setOneOf(List.of(reference("WorkflowHandle"), reference("UpdateHandle")));
    set(operation, "202", unfinished);
  }

  private static void set(Operation operation, String status, Schema<?> schema) {
    ApiResponse response = Objects.requireNonNull(operation.getResponses().get(status));
    response.getContent().values().forEach(body -> body.schema(schema));
  }

  private static Schema<?> reference(String name) {
    return new Schema<>().$ref(ref(name));
  }

  private static String ref(String name) {
    return Components.COMPONENTS_SCHEMAS_REF + name;
  }
}
