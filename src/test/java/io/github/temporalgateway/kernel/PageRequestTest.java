package io.github.temporalgateway.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.temporalgateway.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the parameters of a list are read. */
class PageRequestTest {

  @Test
  void absentParametersAreTheFirstPageOfAHundred() {
    assertThat(PageRequest.of(null, null)).isEqualTo(new PageRequest(100, ""));
    assertThat(PageRequest.of(null, "").temporalToken()).isEmpty();
  }

  @Test
  void sizeIsCapped() {
    assertThat(PageRequest.of("1", null).size()).isEqualTo(1);
    assertThat(PageRequest.of("1000", null).size()).isEqualTo(1000);
    assertThat(PageRequest.of("1001", null).size()).isEqualTo(1000);
    assertThat(PageRequest.of("9".repeat(50), null).size()).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "00", "-1", "+1", "1.5", "abc", "", " ", "٣"})
  void sizeIsAPositiveWholeNumber(String size) {
    assertThatThrownBy(() -> PageRequest.of(size, null)).isInstanceOf(RefusedException.class);
  }

  @Test
  void tokenIsBase64UrlOfTemporals() {
    byte[] temporals = {-1, -2, 0, 63, 62};

    String token = PageRequest.tokenOf(temporals);

    assertThat(token).matches("[A-Za-z0-9_-]+");
    assertThat(PageRequest.of(null, token).temporalToken()).isEqualTo(temporals);
    assertThatThrownBy(() -> PageRequest.of(null, "!!")).isInstanceOf(RefusedException.class);
  }
}
