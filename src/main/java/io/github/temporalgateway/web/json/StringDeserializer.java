package io.github.temporalgateway.web.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Strings that exist in UTF-8: an unpaired surrogate would silently become a question mark. */
final class StringDeserializer extends StdScalarDeserializer<String> {

  StringDeserializer() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw context.wrongTokenException(
          parser, String.class, JsonToken.VALUE_STRING, "a string is expected");
    }
    String text = parser.getString();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i)) && Character.charCount(text.codePointAt(i)) == 1) {
        throw context.weirdStringException("", String.class, "unpaired surrogate");
      } else if (Character.isSurrogate(text.charAt(i))) {
        i++;
      }
    }
    return text;
  }
}
