package io.github.temporalgateway.openapi;

import io.github.temporalgateway.kernel.JsonBody;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Answers that are what a Workflow returned: any JSON, or bytes, or a payload with its metadata, as
 * the caller accepts it. A start answers so too, when it brings an {@code update}.
 */
final class ResultBodies {

  private static final String ENVELOPE = "PayloadEnvelope";
  private static final String START = "startWorkflow";

  private ResultBodies() {}

  static void describe(OpenAPI document) {
    document.getComponents().addSchemas(ENVELOPE, envelope());
    document.getPaths().values().stream()
        .flatMap(item -> item.readOperations().stream())
        .flatMap(operation -> operation.getResponses().values().stream())
        .map(ApiResponse::getContent)
        .filter(Objects::nonNull)
        .filter(content -> content.containsKey(JsonBody.ENVELOPE_TYPE))
        .forEach(ResultBodies::describe);
    document.getPaths().values().stream()
        .flatMap(item -> item.readOperations().stream())
        .filter(operation -> NamespaceTwins.declaredId(operation).equals(START))
        .forEach(ResultBodies::describeStart);
  }

  /** Any JSON may look like a handle, so what an Update returned excludes nothing. */
  private static void describeStart(Operation start) {
    Schema<?> returned = new JsonSchema();
    returned.setAnyOf(List.of(reference("WorkflowHandle"), reference("JsonValue")));
    set(start, "200", returned);
    Schema<?> unfinished = new JsonSchema();
    unfinished.setOneOf(List.of(reference("WorkflowHandle"), reference("UpdateHandle")));
    set(start, "202", unfinished);
  }

  private static void set(Operation operation, String status, Schema<?> schema) {
    ApiResponse response = Objects.requireNonNull(operation.getResponses().get(status));
    response.getContent().values().forEach(body -> body.schema(schema));
  }

  private static void describe(Content content) {
    content.replaceAll(
        (type, body) -> new MediaType().examples(body.getExamples()).schema(schemaOf(type)));
  }

  private static Schema<?> schemaOf(String type) {
    return switch (type) {
      case JsonBody.ENVELOPE_TYPE -> reference(ENVELOPE);
      case "application/octet-stream" -> new JsonSchema().contentMediaType(type);
      default -> reference("JsonValue");
    };
  }

  private static Schema<?> reference(String name) {
    return new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + name);
  }

  private static Schema<?> envelope() {
    Schema<?> envelope =
        new JsonSchema()
            .types(Set.of("object"))
            .description(
                "A payload as Temporal has it (`temporal.api.common.v1.Payload`), in base64.");
    envelope.addProperty(
        "metadata",
        new JsonSchema()
            .types(Set.of("object"))
            .description("What the data is: the base64 form of each value, `encoding` above all.")
            .additionalProperties(base64()));
    envelope.addProperty("data", base64().description("The base64 form of the data."));
    return envelope;
  }

  private static Schema<?> base64() {
    Schema<?> text = new JsonSchema().types(Set.of("string"));
    text.setContentEncoding("base64");
    return text;
  }
}
