package io.github.temporalgateway.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the definitions of schemas. */
final class Schemas {

  private Schemas() {}

  /** The schema itself, or the one that it refers to. */
  static @Nullable Schema<?> resolve(@Nullable Schema<?> schema, Components components) {
    return schema == null || schema.get$ref() == null
        ? schema
        : resolve(schema.get$ref(), components.getSchemas());
  }

  /** The schema that a reference names, when it is defined. */
  static @Nullable Schema<?> resolve(String ref, @Nullable Map<String, Schema> definitions) {
    return definitions == null
        ? null
        : definitions.get(ref.substring(Components.COMPONENTS_SCHEMAS_REF.length()));
  }
}
