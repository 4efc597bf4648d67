package io.github.temporalgateway.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.springframework.core.Nullness;
import tools.jackson.core.Version;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * A component of a record that isn't {@code @Nullable} is always written, even when it is empty:
 * the API document says so.
 */
final class NullnessInclusion extends NopAnnotationIntrospector {

  private static final JsonInclude.Value ALWAYS =
      JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.USE_DEFAULTS);

  @Override
  public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Annotated member) {
    return nullnessOf(member) == Nullness.NON_NULL ? ALWAYS : JsonInclude.Value.empty();
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  private static Nullness nullnessOf(Annotated member) {
    return switch (member.getAnnotated()) {
      case Method accessor when accessor.getDeclaringClass().isRecord() ->
          Nullness.forMethodReturnType(accessor);
      case Field field when field.getDeclaringClass().isRecord() -> Nullness.forField(field);
      default -> Nullness.UNSPECIFIED;
    };
  }
}
