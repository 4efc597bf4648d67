package io.github.temporalgateway.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any id travels as one path segment and comes back as it was. */
class PathIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"order-123", "A.b_c:d@e+f=g", "...", "a", "-", "0"})
  void plainIdTravelsAsItIs(String id) {
    assertThat(PathId.encode(id)).isEqualTo(id);
    assertThat(PathId.decode("id", id)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        "..",
        "a/b",
        "a//b",
        "/",
        "a%2Fb",
        "a;b=c",
        "a\\b",
        "a b",
        "~",
        "~YQ",
        "ünï",
        "😀",
        "a?b#c",
        "\"",
        "a,b",
        "../../etc"
      })
  void anyOtherIdTravelsEncoded(String id) {
    String segment = PathId.encode(id);

    assertThat(segment).matches("~[A-Za-z0-9_-]+");
    assertThat(PathId.decode("id", segment)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({"~YQ, a", "~YQ==, a", "~Li4, ..", "~fllo, ~Yh", "a b, a b", "ü, ü"})
  void otherSpellingsMeanTheSameId(String segment, String id) {
    assertThat(PathId.decode("id", segment)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "~", "~!", "~_w", "~Y", "~YQpi", "a\nb", "a\u0000", "\u007f", "\ud800"})
  void segmentThatIsNoIdIsRefused(String segment) {
    assertThatThrownBy(() -> PathId.decode("workflowId", segment))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.VALIDATION));
  }
}
