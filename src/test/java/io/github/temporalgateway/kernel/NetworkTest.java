package io.github.temporalgateway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One caller does not become many by spelling its address in another way, or taking the next. */
class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "2001:db8::1, 2001:db8:0:0:ffff:1:2:3",
    "2001:db8::1, 2001:DB8:0000::2",
    "2001:db8::1, [2001:db8::9]",
    "fe80::1, fe80::2%eth0",
    "::1, 0:0:0:0:0:0:0:1",
    "2001:db8::, 2001:db8:0:0:1::",
    "192.0.2.1, ::ffff:192.0.2.1",
    "192.0.2.1, [::ffff:c000:201]",
    "unknown, unknown"
  })
  void theseAreOne(String one, String other) {
    assertThat(Network.of(one)).isEqualTo(Network.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8::1, 2001:db8:0:1::1",
    "2001:db8:1::1, 2001:db8::1",
    "192.0.2.1, 192.0.2.2",
    "::ffff:192.0.2.1, ::ffff:192.0.2.2",
    "::1, 127.0.0.1",
    "unknown, _hidden"
  })
  void theseAreTwo(String one, String other) {
    assertThat(Network.of(one)).isNotEqualTo(Network.of(other));
  }
}
