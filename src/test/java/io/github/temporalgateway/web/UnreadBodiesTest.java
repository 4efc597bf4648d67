package io.github.temporalgateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A caller learns whether its connection goes on when its body was not wanted. */
class UnreadBodiesTest extends WireTest {

  private static final String HEAD =
      "POST /refused HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n";

  @Test
  void connectionWhoseBodyIsStillToComeIsSaidToEnd() throws IOException {
    try (Wire wire = new Wire(port)) {
      wire.send(HEAD + "Content-Length: 10\r\n\r\n12345");

      Wire.Answer refused = wire.receive();

      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.headers()).containsEntry("connection", "close");
      assertThat(wire.atEnd()).isTrue();
    }
  }

  @Test
  void connectionWhoseBodyIsThereGoesOn() throws IOException {
    try (Wire wire = new Wire(port)) {
      wire.send(HEAD + "Content-Length: 10\r\n\r\n1234567890");
      Wire.Answer refused = wire.receive();
      wire.send(Wire.get("/ids/next/end"));

      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.headers()).doesNotContainKey("connection");
      assertThat(wire.receive().body()).isEqualTo("next");
    }
  }
}
