package io.github.temporalgateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every error has its text, and every text its error. */
class ProblemCodeTest {

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void codeIsExplained(ProblemCode code) {
    assertThat(code.title()).isNotBlank().doesNotEndWith(".").hasSizeLessThan(70);
    assertThat(code.explanation()).isNotBlank().endsWith(".");
    assertThat(code.remedy()).isNotBlank().endsWith(".");
    assertThat(code.code()).matches("[a-z]+(-[a-z]+)*");
    assertThat(code.type()).isEqualTo("/problems/" + code.code());
    assertThat(ProblemCode.of(code.code())).contains(code);
    assertThat(code.status().isError()).isTrue();
  }

  @Test
  void everyTextBelongsToACode() {
    List<String> expected =
        Arrays.stream(ProblemCode.values())
            .flatMap(code ->
                List.of("title", "explanation", "remedy").stream()
                    .map(kind -> code.code() + "." + kind))
            .toList();

    assertThat(new TreeSet<>(ResourceBundle.getBundle("problems", Locale.ROOT).keySet()))
        .isEqualTo(new TreeSet<>(expected));
  }

  @Test
  void unknownCodeIsNone() {
    assertThat(ProblemCode.of("nope")).isEmpty();
    assertThat(ProblemCode.of("VALIDATION")).isEmpty();
  }
}
