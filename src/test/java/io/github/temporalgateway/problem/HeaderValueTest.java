package io.github.temporalgateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text fits into a header and can be read back. */
class HeaderValueTest {

  @ParameterizedTest
  @CsvSource({
    "order-123, order-123",
    "a/b;c=d\"e, a/b;c=d\"e",
    "a b, a%20b",
    "100%, 100%25",
    "ü, %C3%BC",
    "😀, %F0%9F%98%80"
  })
  void textIsEncodedWhereItMustBe(String text, String value) {
    assertThat(HeaderValue.of(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nSet-Cookie: x", "\u0000", "ü %2F", "", "~!*'()", "\u007f"})
  void valueIsVisibleAsciiAndReadsBack(String text) {
    String value = HeaderValue.of(text);

    assertThat(value).matches("[!-~]*");
    assertThat(URLDecoder.decode(value, StandardCharsets.UTF_8)).isEqualTo(text);
  }
}
