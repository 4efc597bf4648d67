package io.github.temporalgateway.payload;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes the text of a value as it is. */
final class JsonValueSerializer extends ValueSerializer<JsonValue> {

  @Override
  public void serialize(JsonValue value, JsonGenerator generator, SerializationContext context) {
    generator.writeRawValue(value.text().toStringUtf8());
  }
}
