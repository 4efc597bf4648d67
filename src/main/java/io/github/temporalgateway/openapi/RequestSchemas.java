package io.github.temporalgateway.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Closes the schemas that only requests have, since unknown members are refused; those of answers
 * stay open, since they may grow.
 */
final class RequestSchemas {

  private RequestSchemas() {}

  static void close(OpenAPI document) {
    Map<String, Schema> definitions = document.getComponents().getSchemas();
    Set<Schema<?>> ofRequests = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Schema<?>> ofAnswers = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Operation operation : operations(document)) {
      if (operation.getRequestBody() != null) {
        collect(operation.getRequestBody().getContent(), definitions, ofRequests);
      }
      operation
          .getResponses()
          .values()
          .forEach(response -> collect(response.getContent(), definitions, ofAnswers));
    }
    ofRequests.stream()
        .filter(schema -> schema.getProperties() != null && !ofAnswers.contains(schema))
        .forEach(schema -> schema.setAdditionalProperties(false));
  }

  private static Iterable<Operation> operations(OpenAPI document) {
    return document.getPaths().values().stream()
        .flatMap(item -> item.readOperations().stream())
        .toList();
  }

  private static void collect(
      @Nullable Content content, Map<String, Schema> definitions, Set<Schema<?>> found) {
    if (content != null) {
      content.values().stream()
          .map(MediaType::getSchema)
          .forEach(schema -> collect(schema, definitions, found));
    }
  }

  private static void collect(
      @Nullable Schema<?> schema, Map<String, Schema> definitions, Set<Schema<?>> found) {
    Schema<?> definition =
        schema == null || schema.get$ref() == null
            ? schema
            : Schemas.resolve(schema.get$ref(), definitions);
    if (definition != null && found.add(definition)) {
      parts(definition).forEach(part -> collect(part, definitions, found));
    }
  }

  private static Stream<Schema<?>> parts(Schema<?> schema) {
    Stream.Builder<Schema<?>> parts = Stream.builder();
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(parts::add);
    }
    if (schema.getItems() != null) {
      parts.add(schema.getItems());
    }
    if (schema.getAdditionalProperties() instanceof Schema<?> values) {
      parts.add(values);
    }
    return parts.build().filter(Objects::nonNull);
  }
}
