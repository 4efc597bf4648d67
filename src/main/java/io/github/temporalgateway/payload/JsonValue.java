package io.github.temporalgateway.payload;

import com.google.protobuf.ByteString;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Any JSON value as the very text it was written in: no number is rounded, no member reordered. It
 * shares the bytes of the body it was read from.
 */
@JsonDeserialize(using = JsonValueDeserializer.class)
@JsonSerialize(using = JsonValueSerializer.class)
public final class JsonValue {

  static final JsonValue NULL = new JsonValue(ByteString.copyFromUtf8("null"), false);

  private final ByteString text;
  private final boolean envelope;

  JsonValue(ByteString text, boolean envelope) {
    this.text = text;
    this.envelope = envelope;
  }

  /**
   * A value of known JSON text.
   *
   * @param json well-formed JSON
   */
  public static JsonValue of(String json) {
    return new JsonValue(ByteString.copyFromUtf8(json), false);
  }

  /** The UTF-8 bytes of the JSON text. */
  ByteString text() {
    return text;
  }

  /** Whether the text is a payload envelope instead of the data itself. */
  boolean envelope() {
    return envelope;
  }

  boolean isNull() {
    return !envelope && text.equals(NULL.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonValue that && text.equals(that.text) && envelope == that.envelope;
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text.toStringUtf8();
  }
}
