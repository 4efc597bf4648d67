package io.github.temporalgateway.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Times as RFC 3339 has them; numbers have no unit and are refused. */
final class InstantDeserializer extends StdScalarDeserializer<Instant> {

  InstantDeserializer() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw context.wrongTokenException(
          parser, Instant.class, JsonToken.VALUE_STRING, "a time is a string");
    }
    String text = parser.getString();
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      throw context.weirdStringException(text, Instant.class, "no time");
    }
  }
}
