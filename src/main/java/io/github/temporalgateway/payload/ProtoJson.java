package io.github.temporalgateway.payload;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MapEntry;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Any message of Temporal's API as JSON in the style of this one: short enum names, numbers as
 * numbers, times in RFC 3339 and ISO 8601, payloads as their own JSON. What isn't set is left out.
 */
@Component
public final class ProtoJson {

  private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private final JsonMapper mapper;
  private final FailureMapper failures;

  ProtoJson(JsonMapper mapper, FailureMapper failures) {
    this.mapper = mapper;
    this.failures = failures;
  }

  /** The message as the text of a JSON value. */
  public JsonValue toJson(Message message) {
    ByteString.Output text = ByteString.newOutput();
    try (JsonGenerator generator = mapper.createGenerator(text)) {
      write(message, generator);
    }
    return new JsonValue(text.toByteString(), false);
  }

  private void write(Message message, JsonGenerator json) {
    switch (message) {
      case Payload payload -> json.writePOJO(PayloadMapper.toJson(payload));
      case Payloads payloads -> json.writePOJO(PayloadMapper.toJson(payloads));
      case io.temporal.api.failure.v1.Failure failure ->
          json.writePOJO(failures.toFailure(failure));
      case Timestamp time -> json.writeString(ProtoTimes.toInstant(time).toString());
      case com.google.protobuf.Duration time ->
          json.writeString(ProtoTimes.toDuration(time).toString());
      default -> {
        json.writeStartObject();
        message.getAllFields().forEach((field, value) -> writeField(field, value, json));
        json.writeEndObject();
      }
    }
  }

  private void writeField(FieldDescriptor field, Object value, JsonGenerator json) {
    json.writeName(field.getJsonName());
    if (field.isMapField() && value instanceof List<?> entries) {
      json.writeStartObject();
      for (Object entry : entries) {
        if (entry instanceof MapEntry<?, ?> pair) {
          json.writeName(String.valueOf(pair.getKey()));
          writeValue(pair.getValue(), json);
        }
      }
      json.writeEndObject();
    } else if (value instanceof List<?> values) {
      json.writeStartArray();
      values.forEach(item -> writeValue(item, json));
      json.writeEndArray();
    } else {
      writeValue(value, json);
    }
  }

  private void writeValue(Object value, JsonGenerator json) {
    switch (value) {
      case Message message -> write(message, json);
      case EnumValueDescriptor constant -> json.writeString(shortName(constant));
      case ByteString bytes ->
          json.writeString(Base64.getEncoder().encodeToString(bytes.toByteArray()));
      case String text -> json.writeString(text);
      case Boolean flag -> json.writeBoolean(flag);
      case Long number -> json.writeNumber(number);
      case Integer number -> json.writeNumber(number);
      case Float number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      default -> json.writeString(value.toString());
    }
  }

  private static String shortName(EnumValueDescriptor constant) {
    String prefix =
        WORD.matcher(constant.getType().getName()).replaceAll("_").toUpperCase(Locale.ROOT) + "_";
    String name = constant.getName();
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }
}
