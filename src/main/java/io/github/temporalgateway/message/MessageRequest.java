package io.github.temporalgateway.message;

import io.github.temporalgateway.payload.JsonValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Signal or a Query says; all of it may be left out, the body too.
 *
 * @param input one argument, any JSON value; null is one null argument
 * @param args any number of arguments, instead of input
 * @param headers header fields for the Workflow's interceptors
 */
record MessageRequest(
    @Nullable JsonValue input,
    @Nullable List<JsonValue> args,
    @Nullable Map<String, JsonValue> headers) {

  private static final MessageRequest EMPTY = new MessageRequest(null, null, null);

  static MessageRequest orEmpty(@Nullable MessageRequest body) {
    return body == null ? EMPTY : body;
  }
}
