package io.github.temporalgateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = {"management.server.port=0", "management.server.address=127.0.0.1"})
class ActuatorPortTest extends WireTest {

  @Value("${local.management.port}")
  int actuatorPort;

  @Test
  void actuatorAnswersOnItsOwnPort() throws IOException {
    assertThat(Wire.exchange(actuatorPort, Wire.get("/actuator/health")).status()).isEqualTo(200);
    assertThat(Wire.exchange(port, Wire.get("/actuator/health")).status()).isEqualTo(404);
  }

  @Test
  void idsStayExactBesideTheActuator() throws IOException {
    assertThat(Wire.exchange(port, Wire.get("/ids/a%2Fb/end")).body()).isEqualTo("a/b");
  }

  @ParameterizedTest
  @CsvSource({
    "404, no-such-route, GET /nothing",
    "404, no-such-route, GET /actuator/nothing",
    "405, method-not-allowed, DELETE /actuator/health",
    "400, malformed-request, GET /actuator/%zz"
  })
  void failuresOfTheActuatorAreProblemsToo(int status, String code, String request)
      throws IOException {
    Wire.Answer answer =
        Wire.exchange(actuatorPort, request + " HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\n\r\n");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"").doesNotContain("<");
  }
}
