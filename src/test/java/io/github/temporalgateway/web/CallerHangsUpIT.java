package io.github.temporalgateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.RealTemporal;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The container's part at work in the whole gateway. */
@RealTemporal
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CallerHangsUpIT {

  private static final String ID = "hang/up//../a;b\\c%2F ü " + Instant.now();

  @LocalServerPort int port;

  @Test
  void waitEndsWhenItsCallerIsGone() throws IOException {
    new GatewayClient(port)
        .post(
            "/workflows",
            """
            {"workflowType":"WaitForSignal","taskQueue":"samples","workflowId":"%s"}\
            """
                .formatted(ID.replace("\\", "\\\\")))
        .is(201);
    Instant start = Instant.now();
    try (Wire caller = new Wire(port)) {
      String id = URLEncoder.encode(ID, StandardCharsets.UTF_8).replace("+", "%20");
      caller.send(Wire.get("/workflows/" + id + "/result?wait=18s"));
      caller.socket.shutdownOutput();

      assertThat(caller.receive().status()).isEqualTo(202);
    }
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(9));
  }

  @Test
  void undecodableQueryIsTheCallersFault() throws IOException {
    for (String query : new String[] {"wait=%zz", "wait=%ff", "wait=%"}) {
      Wire.Answer answer = Wire.exchange(port, Wire.get("/workflows/a/result?" + query));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("\"code\":\"malformed-request\"");
    }
  }
}
