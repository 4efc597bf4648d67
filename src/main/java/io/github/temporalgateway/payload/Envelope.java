package io.github.temporalgateway.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.protobuf.ByteString;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.temporal.api.common.v1.Payload;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole payload as JSON, in the form of Temporal's own JSON ({@code temporal.api.common.v1.
 * Payload}): base64 of the data and of each metadata value.
 *
 * @param metadata base64 of each value by its key
 * @param data base64 of the data, absent when there is none
 */
record Envelope(@Nullable Map<String, String> metadata, @Nullable String data) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  /** Name of the member that marks an envelope among plain values. */
  static final String MARKER = "$payload";

  /** An envelope inside another document. */
  private record Marked(@JsonProperty(MARKER) Envelope envelope) {}

  static Envelope of(Payload payload) {
    Map<String, String> metadata = new LinkedHashMap<>();
    payload.getMetadataMap().forEach((key, value) -> metadata.put(key, base64(value)));
    return new Envelope(metadata, payload.getData().isEmpty() ? null : base64(payload.getData()));
  }

  /** Whether a plain value is an object whose first member is the marker. */
  static boolean isMarked(ByteString text) {
    if (text.isEmpty() || text.byteAt(0) != '{') {
      return false;
    }
    try (JsonParser parser = MAPPER.createParser(text.newInput())) {
      parser.nextToken();
      return parser.nextToken() == JsonToken.PROPERTY_NAME && parser.currentName().equals(MARKER);
    }
  }

  static Payload readMarked(ByteString text, String pointer) {
    return read(text, true, pointer);
  }

  static Payload read(ByteString text, String pointer) {
    return read(text, false, pointer);
  }

  private static Payload read(ByteString text, boolean marked, String pointer) {
    try {
      Envelope envelope =
          marked
              ? MAPPER.readValue(text.newInput(), Marked.class).envelope()
              : MAPPER.readValue(text.newInput(), Envelope.class);
      return envelope.toPayload();
    } catch (JacksonException | IllegalArgumentException | NullPointerException _) {
      throw RefusedException.invalid(
          Violation.at(
              pointer,
              "A payload envelope is {\"metadata\": {\"encoding\": …}, \"data\": …} with base64"
                  + " values."));
    }
  }

  byte[] toJson() {
    return MAPPER.writeValueAsBytes(this);
  }

  byte[] toMarkedJson() {
    return MAPPER.writeValueAsBytes(new Marked(this));
  }

  private Payload toPayload() {
    Payload.Builder payload = Payload.newBuilder();
    if (metadata != null) {
      metadata.forEach((key, value) -> payload.putMetadata(key, bytes(value)));
    }
    return data == null ? payload.build() : payload.setData(bytes(data)).build();
  }

  private static String base64(ByteString bytes) {
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static ByteString bytes(String base64) {
    return ByteString.copyFrom(Base64.getDecoder().decode(base64));
  }
}
