package io.github.temporalgateway.web.json;

import io.github.temporalgateway.kernel.Durations;
import java.time.Duration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Durations in both of their spellings; bare numbers have no unit and are refused. */
final class DurationDeserializer extends StdScalarDeserializer<Duration> {

  DurationDeserializer() {
    super(Duration.class);
  }

  @Override
  public Duration deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw context.wrongTokenException(
          parser, Duration.class, JsonToken.VALUE_STRING, "a duration is a string");
    }
    String text = parser.getString();
    return Durations.parse(text)
        .orElseThrow(() -> context.weirdStringException(text, Duration.class, "no duration"));
  }
}
