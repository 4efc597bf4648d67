package io.github.temporalgateway.openapi;

import io.github.temporalgateway.kernel.Durations;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Nullness;
import org.springframework.stereotype.Component;

/**
 * Schemas that say what the JSON mapper does: a record's component is required unless it is
 * {@code @Nullable}, and durations come in two spellings.
 */
@Component
class RecordSchemas implements ModelConverter {

  private static final String DURATION = "Duration";

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
    if (raw == Duration.class) {
      context.defineModel(DURATION, duration());
      return new JsonSchema().$ref(DURATION);
    }
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    Schema<?> model = schema == null ? null : definition(schema, context);
    if (raw.isRecord() && model != null && model.getProperties() != null) {
      Arrays.stream(raw.getRecordComponents()).forEach(component -> describe(component, model));
    }
    return schema;
  }

  private static Schema<?> duration() {
    return new JsonSchema()
        .types(Set.of("string"))
        .description(
            "A span of time, in ISO 8601 (`PT1H30M`, `P1D`) or short (`1h30m`, `500ms`). Answers"
                + " have the first form.")
        .minLength(2)
        .pattern(Durations.PATTERN)
        .example("PT30S");
  }

  private static @Nullable Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
    String ref = schema.get$ref();
    return ref == null ? schema : Schemas.resolve(ref, context.getDefinedModels());
  }

  private static void describe(RecordComponent component, Schema<?> model) {
    Map<String, Schema> properties = model.getProperties();
    Schema<?> property = properties.get(component.getName());
    if (property == null) {
      return;
    }
    if (component.getAccessor().isAnnotationPresent(NotBlank.class)) {
      property.setPattern("\\S");
    }
    if (Nullness.forMethodReturnType(component.getAccessor()) == Nullness.NON_NULL) {
      model.addRequiredItem(component.getName());
    }
  }
}
