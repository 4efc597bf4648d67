package io.github.temporalgateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactIdsTest extends WireTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          order-123 | order-123
          order%2F123 | order/123
          a%2F%2Fb | a//b
          a%252Fb | a%2Fb
          ..%2F..%2Fx | ../../x
          %2E%2E%2F%2E%2E | ../..
          %2E | .
          %2E%2E | ..
          a%3Bb | a;b
          a%5Cb | a\\b
          a%25b | a%b
          a%3Fb | a?b
          a%23b | a#b
          a%2Bb | a+b
          a+b | a+b
          a:signal | a:signal
          ~b3JkZXIvMTIz | ~b3JkZXIvMTIz
          %C3%BC%E2%82%AC | ü€
          %F0%9F%98%80 | 😀
          üe | üe
          a%7Fb | a\u007Fb
          a.json | a.json
          """)
  void idReachesTheHandlerAsItWasMeant(String sent, String id) throws IOException {
    Wire.Answer answer = Wire.exchange(port, Wire.get("/ids/" + sent + "/end"));

    assertThat(answer.body()).isEqualTo(id);
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void serverDoesNotSayWhatItIs() throws IOException {
    assertThat(Wire.exchange(port, Wire.get("/ids/a/end")).headers()).doesNotContainKey("server");
  }
}
