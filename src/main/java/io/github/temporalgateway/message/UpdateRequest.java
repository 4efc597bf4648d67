package io.github.temporalgateway.message;

import io.github.temporalgateway.payload.JsonValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an Update says; all of it may be left out, the body too.
 *
 * @param input one argument, any JSON value; null is one null argument
 * @param args any number of arguments, instead of input
 * @param headers header fields for the Workflow's interceptors
 * @param updateId id of your own: sent again, it does not update twice; else the Idempotency-Key,
 *     else a UUID
 */
record UpdateRequest(
    @Nullable JsonValue input,
    @Nullable List<JsonValue> args,
    @Nullable Map<String, JsonValue> headers,
    @Nullable String updateId) {

  private static final UpdateRequest EMPTY = new UpdateRequest(null, null, null, null);

  static UpdateRequest orEmpty(@Nullable UpdateRequest body) {
    return body == null ? EMPTY : body;
  }
}
