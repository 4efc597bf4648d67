package io.github.temporalgateway.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.temporalgateway.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys as callers write them into the header. */
class IdempotencyKeyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          key          | key
          "key"        | key
          ` key `      | key
          "a b"        | a b
          "a\\"b\\\\c" | a"b\\c
          "half        | "half
          "            | "
          a"b          | a"b
          """)
  void quotedAndBareAreTheSameKey(String header, String key) {
    assertThat(IdempotencyKey.parse(header).value()).isEqualTo(key);
  }

  @Test
  void escapesAreReadFromLeftToRight() {
    assertThat(IdempotencyKey.parse("\"a\\\\\\\"b\"").value()).isEqualTo("a\\\"b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\"\"", "ü", "a\tb", "\u007f", "\"ü\""})
  void whatIsNoKeyIsRefused(String header) {
    assertThatThrownBy(() -> IdempotencyKey.parse(header)).isInstanceOf(RefusedException.class);
  }

  @Test
  void keyMayHave255CharactersAndNotOneMore() {
    assertThat(IdempotencyKey.parse("x".repeat(255)).value()).hasSize(255);
    assertThatThrownBy(() -> IdempotencyKey.parse("x".repeat(256)))
        .isInstanceOf(RefusedException.class);
  }
}
