package io.github.temporalgateway.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Answers of the kind {@code text/event-stream}: the schema is that of one event. */
final class EventStreams {

  private static final String TYPE = "text/event-stream";
  private static final String EVENT = "ServerSentEvent";

  private EventStreams() {}

  static void describe(OpenAPI document) {
    List<Content> streams =
        document.getPaths().values().stream()
            .flatMap(item -> item.readOperations().stream())
            .flatMap(operation -> operation.getResponses().values().stream())
            .map(ApiResponse::getContent)
            .filter(Objects::nonNull)
            .filter(content -> content.containsKey(TYPE))
            .toList();
    if (!streams.isEmpty()) {
      document.getComponents().addSchemas(EVENT, event());
      String ref = Components.COMPONENTS_SCHEMAS_REF + EVENT;
      streams.forEach(content ->
          content.computeIfPresent(TYPE, (_, body) -> body.schema(new Schema<>().$ref(ref))));
    }
  }

  private static Schema<?> event() {
    Schema<?> event =
        new JsonSchema()
            .types(Set.of("object"))
            .description("One event of a stream of server-sent events.");
    event.addProperty("id", text("Where to go on after it, for `Last-Event-ID`."));
    event.addProperty("event", text("What kind of event it is."));
    event.addProperty("data", text("The event itself, in JSON."));
    return event;
  }

  private static Schema<?> text(String description) {
    return new JsonSchema().types(Set.of("string")).description(description);
  }
}
