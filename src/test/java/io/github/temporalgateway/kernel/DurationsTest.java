package io.github.temporalgateway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations as callers write them. */
class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "PT30S, PT30S",
    "PT1H30M, PT1H30M",
    "P1D, PT24H",
    "P1DT1H, PT25H",
    "PT0S, PT0S",
    "PT0.000000001S, PT0.000000001S",
    "90s, PT1M30S",
    "1h30m, PT1H30M",
    "500ms, PT0.5S",
    "2d, PT48H",
    "1d2h3m4s5ms, PT26H3M4.005S",
    "0s, PT0S",
    "999999999ms, PT277H46M39.999S"
  })
  void bothSpellingsAreRead(String text, Duration time) {
    assertThat(Durations.parse(text)).contains(time);
    assertThat(text).matches(Durations.PATTERN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "P",
        "PT",
        "P1DT",
        "5",
        "s",
        "-5s",
        "PT-5S",
        "-PT5S",
        "P-1D",
        "P1Y",
        "P1M",
        "P1W",
        "1w",
        "1s1h",
        "1.5s",
        "1 s",
        "1S",
        "5ns",
        "soon",
        "PT5",
        "T5S",
        "P36501D",
        "36501d",
        "P99999999999999999999D",
        "99999999999s",
        "１s"
      })
  void whatIsNoneIsRefused(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "PT",
        "P1DT",
        "5",
        "-5s",
        "P1Y",
        "1s1h",
        "1.5s",
        "soon",
        "99999999999s",
        "d",
        "P1H"
      })
  void documentedPatternRefusesTheSame(String text) {
    assertThat(text).doesNotMatch(Durations.PATTERN);
  }
}
