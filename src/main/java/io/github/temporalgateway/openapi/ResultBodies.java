package io.github.temporalgateway.openapi;

import io.github.temporalgateway.kernel.JsonBody;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Objects;
import java.util.Set;

/**
 * Answers that are what a Workflow returned: any JSON, or bytes, or a payload with its metadata, as
 * the caller accepts it.
 */
final class ResultBodies {

  private static final String ENVELOPE = "PayloadEnvelope";

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
  }

  private static void describe(Content content) {
    content.computeIfPresent("application/json", (_, body) -> of(body, "JsonValue"));
    content.computeIfPresent(JsonBody.ENVELOPE_TYPE, (_, body) -> of(body, ENVELOPE));
    content.computeIfPresent(
        "application/octet-stream",
        (_, body) -> body.schema(new JsonSchema().contentMediaType("application/octet-stream")));
  }

  private static MediaType of(MediaType body, String schema) {
    return body.schema(new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + schema));
  }

  private static Schema<?> envelope() {
    Schema<?> base64 = new JsonSchema().types(Set.of("string"));
    base64.setContentEncoding("base64");
    Schema<?> envelope =
        new JsonSchema()
            .types(Set.of("object"))
            .description(
                "A payload as Temporal has it (`temporal.api.common.v1.Payload`): the base64 form"
                    + " of its data and of each value of its metadata.");
    envelope.addProperty(
        "metadata", new JsonSchema().types(Set.of("object")).additionalProperties(base64));
    envelope.addProperty("data", base64);
    return envelope;
  }
}
