package io.github.temporalgateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
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
}
