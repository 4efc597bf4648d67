package io.github.temporalgateway.payload;

import com.google.protobuf.UnsafeByteOperations;
import io.github.temporalgateway.kernel.JsonBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Cuts the text of a value out of the body that is being parsed, without building a tree. */
final class JsonValueDeserializer extends ValueDeserializer<JsonValue> {

  @Override
  public JsonValue deserialize(JsonParser parser, DeserializationContext context) {
    if (!(context.getAttribute(JsonBody.SOURCE) instanceof byte[] body)) {
      throw new IllegalStateException("A JsonValue can only be read from a whole body.");
    }
    int start = (int) parser.currentTokenLocation().getByteOffset();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      parser.skipChildren();
    } else {
      parser.finishToken();
    }
    int end = (int) parser.currentLocation().getByteOffset();
    return new JsonValue(
        UnsafeByteOperations.unsafeWrap(body).substring(start, end),
        Boolean.TRUE.equals(context.getAttribute(JsonBody.ENVELOPES)));
  }

  @Override
  public JsonValue getNullValue(DeserializationContext context) {
    return JsonValue.NULL;
  }

  @Override
  public @Nullable Object getAbsentValue(DeserializationContext context) {
    return null;
  }
}
