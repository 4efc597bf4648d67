package io.github.temporalgateway.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page's host is compared with the host of the request, whatever each leaves out. */
class OwnOriginTest {

  @ParameterizedTest
  @CsvSource({
    "http://gw.example, gw.example, true",
    "http://gw.example, GW.example:80, true",
    "http://gw.example:80, gw.example, true",
    "https://gw.example, gw.example, true",
    "https://gw.example, gw.example:443, true",
    "http://gw.example:8080, gw.example:8080, true",
    "http://[::1]:8080, [::1]:8080, true",
    "http://gw.example, gw.example:8080, false",
    "http://gw.example:8080, gw.example, false",
    "http://gw.example:443, gw.example, false",
    "http://gw.example.evil.example, gw.example, false",
    "http://evil.example, gw.example, false",
    "null, gw.example, false",
    "'', gw.example, false",
    "gw.example, gw.example, false"
  })
  void originIsOfTheHost(String origin, String host, boolean own) {
    assertThat(OwnOrigin.isOf(origin, host)).isEqualTo(own);
  }
}
