package io.github.temporalgateway.kernel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks of Temporal go out as ETags and come back in If-Match. */
class EntityTagTest {

  @Test
  void tagIsTheMarkAgain() {
    byte[] mark = {1, 0, -1, 127, -128};

    assertThat(EntityTag.read(EntityTag.of(mark))).isEqualTo(mark);
    assertThat(EntityTag.of("3".getBytes(US_ASCII))).isEqualTo("\"Mw\"");
  }

  @Test
  void anyVersionWillDo() {
    assertThat(EntityTag.read(null)).isNull();
    assertThat(EntityTag.read(" * ")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Mw", "W/\"Mw\"", "\"\"", "\"M w\"", "\"Mw"})
  void tagThatTheGatewayHasNeverGivenMatchesNothing(String header) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> EntityTag.read(header))
        .extracting(RefusedException::code)
        .isEqualTo(ProblemCode.PRECONDITION_FAILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Mw\", \"NA\"", "*, \"Mw\""})
  void severalTagsAreRefused(String header) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> EntityTag.read(header))
        .extracting(RefusedException::code)
        .isEqualTo(ProblemCode.VALIDATION);
  }
}
