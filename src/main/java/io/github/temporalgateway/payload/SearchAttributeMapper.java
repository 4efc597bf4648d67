package io.github.temporalgateway.payload;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.kernel.JsonBody;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.SearchAttributes;
import io.temporal.api.enums.v1.IndexedValueType;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where Search Attributes as plain JSON meet Temporal's typed payloads. */
public final class SearchAttributeMapper {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final String TYPE = "type";
  private static final List<IndexedValueType> TYPES =
      Arrays.stream(IndexedValueType.values())
          .filter(type ->
              type != IndexedValueType.UNRECOGNIZED
                  && type != IndexedValueType.INDEXED_VALUE_TYPE_UNSPECIFIED)
          .toList();

  private SearchAttributeMapper() {}

  /**
   * Types the values.
   *
   * @param values by name: a plain value, or {@code {"type": "Keyword", "value": …}} for an
   *     attribute that isn't registered yet; null leaves the attribute out
   * @param types the registered types
   * @throws RefusedException 422 with a pointer to each unknown name and each value of a wrong type
   */
  public static SearchAttributes toProto(
      Map<String, JsonValue> values, Map<String, IndexedValueType> types) {
    SearchAttributes.Builder attributes = SearchAttributes.newBuilder();
    List<Violation> violations = new ArrayList<>();
    values.forEach((name, value) -> {
      if (!value.isNull()) {
        encode(name, value, types.get(name), types, violations)
            .ifPresent(payload -> attributes.putIndexedFields(name, payload));
      }
    });
    if (!violations.isEmpty()) {
      throw RefusedException.invalid(violations);
    }
    return attributes.build();
  }

  /**
   * Names of the attributes whose types have to be looked up.
   *
   * @param values by name; null for none
   */
  public static Set<String> untyped(@Nullable Map<String, JsonValue> values) {
    return values == null
        ? Set.of()
        : values.entrySet().stream()
            .filter(entry -> !isObject(entry.getValue()) && !entry.getValue().isNull())
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The values as plain JSON. */
  public static Map<String, JsonValue> toJson(SearchAttributes attributes) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    attributes
        .getIndexedFieldsMap()
        .forEach((name, payload) -> values.put(name, PayloadMapper.toJson(payload)));
    return values;
  }

  private static Optional<Payload> encode(
      String name,
      JsonValue value,
      @Nullable IndexedValueType registered,
      Map<String, IndexedValueType> types,
      List<Violation> violations) {
    String pointer = Violation.pointer("/searchAttributes", name);
    if (PayloadMapper.isEnvelope(value)) {
      return Optional.of(PayloadMapper.toPayload(value, pointer));
    }
    JsonValue plain = value;
    IndexedValueType type = registered;
    if (isObject(value)) {
      Typed typed = readTyped(value);
      plain = typed.value();
      type = typeNamed(typed.type());
      if (plain == null || type == null) {
        violations.add(
            Violation.at(
                pointer,
                "An object here is {\"type\": …, \"value\": …} with one of the types "
                    + String.join(", ", typeNames())
                    + "."));
        return Optional.empty();
      }
    }
    if (type == null) {
      violations.add(
          Violation.at(
              pointer,
              "No Search Attribute of this name is registered. Known: "
                  + String.join(", ", new TreeSet<>(types.keySet()))
                  + "."));
      return Optional.empty();
    }
    if (!fits(plain, type)) {
      violations.add(Violation.at(pointer, "The value is no " + wireName(type) + "."));
      return Optional.empty();
    }
    return Optional.of(
        Payload.newBuilder()
            .putMetadata(Encodings.KEY, Encodings.JSON)
            .putMetadata(TYPE, ByteString.copyFromUtf8(wireName(type)))
            .setData(plain.text())
            .build());
  }

  private record Typed(@Nullable String type, @Nullable JsonValue value) {

    private static final Typed WRONG = new Typed(null, null);
  }

  private static Typed readTyped(JsonValue value) {
    byte[] text = value.text().toByteArray();
    try {
      return MAPPER.readerFor(Typed.class).withAttribute(JsonBody.SOURCE, text).readValue(text);
    } catch (JacksonException _) {
      return Typed.WRONG;
    }
  }

  private static boolean isObject(JsonValue value) {
    return value.text().byteAt(0) == '{';
  }

  /** All types, by their names on the wire. */
  public static List<String> typeNames() {
    return TYPES.stream().map(SearchAttributeMapper::wireName).toList();
  }

  /** A type by its name on the wire, such as {@code KeywordList}; null when there is none. */
  public static @Nullable IndexedValueType typeNamed(@Nullable String name) {
    return TYPES.stream().filter(type -> wireName(type).equals(name)).findFirst().orElse(null);
  }

  private static boolean fits(JsonValue value, IndexedValueType type) {
    JsonNode node = MAPPER.readTree(value.text().toByteArray());
    return switch (type) {
      case INDEXED_VALUE_TYPE_TEXT, INDEXED_VALUE_TYPE_KEYWORD -> node.isString();
      case INDEXED_VALUE_TYPE_INT -> node.isIntegralNumber() && node.canConvertToLong();
      case INDEXED_VALUE_TYPE_DOUBLE ->
          node.isNumber() && Double.isFinite(Double.parseDouble(value.toString()));
      case INDEXED_VALUE_TYPE_BOOL -> node.isBoolean();
      case INDEXED_VALUE_TYPE_DATETIME -> node.isString() && isTime(node.stringValue());
      case INDEXED_VALUE_TYPE_KEYWORD_LIST ->
          node.isArray() && node.valueStream().allMatch(JsonNode::isString);
      case INDEXED_VALUE_TYPE_UNSPECIFIED, UNRECOGNIZED -> false;
    };
  }

  private static boolean isTime(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  /** The name of a type on the wire. */
  public static String wireName(IndexedValueType type) {
    return switch (type) {
      case INDEXED_VALUE_TYPE_TEXT -> "Text";
      case INDEXED_VALUE_TYPE_KEYWORD -> "Keyword";
      case INDEXED_VALUE_TYPE_INT -> "Int";
      case INDEXED_VALUE_TYPE_DOUBLE -> "Double";
      case INDEXED_VALUE_TYPE_BOOL -> "Bool";
      case INDEXED_VALUE_TYPE_DATETIME -> "Datetime";
      case INDEXED_VALUE_TYPE_KEYWORD_LIST -> "KeywordList";
      case INDEXED_VALUE_TYPE_UNSPECIFIED, UNRECOGNIZED -> "Unspecified";
    };
  }
}
