package io.github.temporalgateway.payload;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.temporal.api.common.v1.Header;
import io.temporal.api.common.v1.Memo;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.SearchAttributes;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Any message of Temporal's API as JSON in the style of this one, for what has no record of its
 * own. Unlike protobuf's JSON it shows payloads as the JSON that they are, byte for byte, whole
 * numbers as numbers, enums without their prefix and durations in ISO 8601; memos, Search
 * Attributes and headers are objects of their values. What is not set is left out, and so is what
 * protobuf can't tell from it: zero, false and the empty string.
 */
@Component
public final class ProtoJson {

  private final FailureMapper failures;
  private final JsonMapper mapper;

  ProtoJson(FailureMapper failures, JsonMapper mapper) {
    this.failures = failures;
    this.mapper = mapper;
  }

  /** The message as a JSON value. */
  public JsonValue toJson(Message message) {
    ByteString.Output text = ByteString.newOutput();
    try (JsonGenerator generator = mapper.createGenerator(text)) {
      write(message, generator);
    }
    return new JsonValue(text.toByteString(), false);
  }

  private void write(Message message, JsonGenerator to) {
    switch (message) {
      case Payload payload -> raw(PayloadMapper.toJson(payload), to);
      case Payloads payloads -> writeAll(payloads.getPayloadsList(), to);
      case io.temporal.api.failure.v1.Failure failure ->
          to.writeRawValue(mapper.writeValueAsString(failures.toFailure(failure)));
      case Timestamp time -> to.writeString(ProtoTimes.toInstant(time).toString());
      case Duration time -> to.writeString(ProtoTimes.toDuration(time).toString());
      case Memo memo -> writePayloads(memo.getFieldsMap(), to);
      case SearchAttributes attributes -> writePayloads(attributes.getIndexedFieldsMap(), to);
      case Header header -> writePayloads(header.getFieldsMap(), to);
      default -> writeFields(message, to);
    }
  }

  private void writeFields(Message message, JsonGenerator to) {
    to.writeStartObject();
    message
        .getAllFields()
        .forEach((field, value) -> {
          to.writeName(field.getJsonName());
          if (field.isMapField()) {
            writeMap(field, (List<?>) value, to);
          } else if (value instanceof List<?> elements) {
            writeAll(elements, to);
          } else {
            writeValue(value, to);
          }
        });
    to.writeEndObject();
  }

  /** Maps are lists of entries with a key and a value. */
  private void writeMap(FieldDescriptor field, List<?> entries, JsonGenerator to) {
    FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
    FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
    to.writeStartObject();
    for (Object entry : entries) {
      if (entry instanceof Message pair) {
        to.writeName(String.valueOf(pair.getField(key)));
        writeValue(pair.getField(value), to);
      }
    }
    to.writeEndObject();
  }

  private void writeAll(List<?> elements, JsonGenerator to) {
    to.writeStartArray();
    elements.forEach(element -> writeValue(element, to));
    to.writeEndArray();
  }

  private void writePayloads(Map<String, Payload> values, JsonGenerator to) {
    to.writeStartObject();
    values.forEach((name, payload) -> {
      to.writeName(name);
      raw(PayloadMapper.toJson(payload), to);
    });
    to.writeEndObject();
  }

  private void writeValue(Object value, JsonGenerator to) {
    switch (value) {
      case Message message -> write(message, to);
      case EnumValueDescriptor constant -> to.writeString(EnumNames.shortName(constant));
      case ByteString bytes -> to.writeBinary(bytes.toByteArray());
      case Boolean flag -> to.writeBoolean(flag);
      case Integer number -> to.writeNumber(number);
      case Long number -> to.writeNumber(number);
      case Float number -> to.writeNumber(number);
      case Double number -> to.writeNumber(number);
      default -> to.writeString(value.toString());
    }
  }

  private static void raw(JsonValue value, JsonGenerator to) {
    to.writeRawValue(value.text().toStringUtf8());
  }
}
