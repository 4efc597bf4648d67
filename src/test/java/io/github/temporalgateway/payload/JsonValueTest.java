package io.github.temporalgateway.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.temporalgateway.kernel.JsonBody;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/** A value is cut out of its body exactly, wherever it is and whatever surrounds it. */
class JsonValueTest {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** Members of every place a value can have. */
  record Body(
      @Nullable JsonValue first,
      @Nullable String text,
      @Nullable List<JsonValue> list,
      @Nullable Map<String, JsonValue> map,
      @Nullable JsonValue last) {}

  static Stream<String> values() {
    return Stream.of(
        "null",
        "true",
        "false",
        "0",
        "-0",
        "7",
        "12345678901234567890",
        "1.10",
        "-1.0e-10",
        "1e400",
        "1E+400",
        "\"\"",
        "\"text\"",
        "\"ü 😀\"",
        "\"\\u00fc\\ud83d\\ude00\\\"\\\\\\/\\n\"",
        "\"}],: null\"",
        "\"" + "ü".repeat(5000) + "\"",
        "[]",
        "[ ]",
        "[1, [2,\t[3]]]",
        "{}",
        "{\n}",
        "{\"z\":1,\"a\" : { \"b\":[ ] }}",
        "{\"}\":\"{\"}",
        "9".repeat(900),
        "[".repeat(400) + "]".repeat(400),
        "{\"a\":".repeat(400) + "1" + "}".repeat(400));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valueIsFoundAtEveryPosition(String value) {
    for (String space : new String[] {"", " ", "\r\n\t "}) {
      Body body =
          read(
              "%1$s{%1$s\"first\"%1$s:%1$s%2$s%1$s,\"text\":\"ü\",\"list\":[%1$s%2$s%1$s,%2$s%1$s]%1$s,"
                      .formatted(space, value)
                  + "\"map\":{%1$s\"ü\":%2$s%1$s,\"b\"%1$s:%1$s%2$s},\"last\":%1$s%2$s%1$s}%1$s"
                      .formatted(space, value));

      assertThat(body.first()).hasToString(value);
      assertThat(body.list()).extracting(JsonValue::toString).containsExactly(value, value);
      assertThat(body.map()).extractingByKey("ü").hasToString(value);
      assertThat(body.map()).extractingByKey("b").hasToString(value);
      assertThat(body.last()).hasToString(value);
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void byteOrderMarkMovesNothing(String value) {
    assertThat(read("\ufeff{\"first\":" + value + "}").first()).hasToString(value);
  }

  @ParameterizedTest
  @MethodSource("values")
  void valueIsWrittenAsItWasRead(String value) {
    Body body = read("{\"first\": " + value + " ,\"text\":\"x\"}");

    assertThat(MAPPER.writeValueAsString(Map.of("out", JsonValue.of(value))))
        .isEqualTo("{\"out\":" + value + "}");
    assertThat(write(body)).contains("\"first\":" + value + ",");
  }

  @Test
  void largeBodyMovesNothing() {
    String padding = "\"" + "ü".repeat(200_000) + "\"";

    Body body = read("{\"text\":" + padding + ",\"last\":[1.10 ]}");

    assertThat(body.last()).hasToString("[1.10 ]");
  }

  @Test
  void absentIsNotNull() {
    Body body = read("{\"first\":null}");

    assertThat(body.first()).isEqualTo(JsonValue.NULL);
    assertThat(body.last()).isNull();
  }

  @Test
  void malformedValueIsNotCutOut() {
    for (String value : new String[] {"01", "1.", "tru", "\"\\x\"", "[1", "{\"a\"}", "\"\n\""}) {
      assertThatThrownBy(() -> read("{\"first\":" + value + "}"))
          .isInstanceOf(StreamReadException.class);
    }
  }

  @Test
  void valueIsNeverReadFromWhatIsNoWholeBody() {
    assertThatThrownBy(() -> MAPPER.readValue("{\"first\":1}", Body.class))
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  private static Body read(String json) {
    byte[] source = json.getBytes(StandardCharsets.UTF_8);
    return MAPPER.readerFor(Body.class).withAttribute(JsonBody.SOURCE, source).readValue(source);
  }

  private static String write(Body body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MAPPER.writeValue(out, body);
    return out.toString(StandardCharsets.UTF_8);
  }
}
