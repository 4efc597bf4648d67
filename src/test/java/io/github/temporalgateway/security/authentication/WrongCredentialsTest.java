package io.github.temporalgateway.security.authentication;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.temporalgateway.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each network has an allowance of its own. */
class WrongCredentialsTest {

  @Test
  void networksAreCountedApart() {
    WrongCredentials wrong = new WrongCredentials(2);
    wrong.count("2001:db8::1");
    wrong.count("2001:db8::2");

    assertThatThrownBy(() -> wrong.count("2001:db8::3")).isInstanceOf(RefusedException.class);
    assertThatCode(() -> wrong.count("2001:db8:0:1::1")).doesNotThrowAnyException();
    assertThatCode(() -> wrong.count("192.0.2.1")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void limitCanBeTurnedOff(int perMinute) {
    WrongCredentials wrong = new WrongCredentials(perMinute);

    assertThatCode(
            () -> {
              for (int i = 0; i < 1000; i++) {
                wrong.count("192.0.2.1");
              }
            })
        .doesNotThrowAnyException();
  }
}
