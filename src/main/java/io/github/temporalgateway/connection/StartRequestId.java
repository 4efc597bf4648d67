package io.github.temporalgateway.connection;

import com.google.protobuf.MessageLite;
import io.github.temporalgateway.kernel.IdempotencyKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The request id of a start: the caller's key and a hash of what it asks for, so that Temporal
 * knows a retry again and anybody can tell it from another request with the same key.
 *
 * @param key the part that stands for the key; empty without a key
 * @param value the whole id
 */
public record StartRequestId(String key, String value) {

  private static final int DIGITS = 16;

  /**
   * The id for a request.
   *
   * @param request all that makes it differ from another one, without an id
   */
  public static StartRequestId of(@Nullable IdempotencyKey key, MessageLite request) {
    if (key == null) {
      return new StartRequestId("", UUID.randomUUID().toString());
    }
    String prefix = key.value() + "#";
    return new StartRequestId(
        prefix, prefix + CanonicalHash.of(List.of(request)).substring(0, DIGITS));
  }

  /** Whether an id has the same key and stands for another request. */
  public boolean isOtherRequestOfSameKey(String other) {
    return !key.isEmpty()
        && other.length() == value.length()
        && other.startsWith(key)
        && !other.equals(value);
  }
}
