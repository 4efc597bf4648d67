package io.github.temporalgateway.web.json;

import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Fractions that are numbers in the JSON too: the usual one takes the strings NaN and Infinity. */
final class NumberDeserializer<T extends Number> extends StdScalarDeserializer<T> {

  private final Class<T> type;
  private final Function<JsonParser, T> reader;

  NumberDeserializer(Class<T> type, Function<JsonParser, T> reader) {
    super(type);
    this.type = type;
    this.reader = reader;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.currentToken().isNumeric()) {
      throw context.wrongTokenException(
          parser, type, parser.currentToken(), "a number is expected");
    }
    return reader.apply(parser);
  }
}
