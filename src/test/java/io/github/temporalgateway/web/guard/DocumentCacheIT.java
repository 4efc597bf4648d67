package io.github.temporalgateway.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API document is the same each time, for whichever prefix. */
class DocumentCacheIT extends RealGateway {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/v3/api-docs/default-namespace",
        "/v3/api-docs/every-namespace",
        "/v3/api-docs/swagger-config"
      })
  void secondAnswerIsTheFirst(String path) {
    Answer first = gateway.get(path).is(200);
    Answer second = gateway.get(path).is(200);

    assertThat(second.bytes()).isNotEmpty().isEqualTo(first.bytes());
    assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
  }

  @Test
  void whatIsNotThereIsNotKept() {
    gateway.get("/v3/api-docs/nothing").is(404);
    gateway.get("/v3/api-docs/nothing").is(404);
  }

  @Test
  void eachPrefixHasItsDocument(TemporalDevServer server) {
    try (OwnGateway own =
        OwnGateway.start(server.target(), "server.forward-headers-strategy=framework")) {
      for (int i = 0; i < 100; i++) {
        String prefix = "/prefix-" + i;
        assertThat(own.client().get("/v3/api-docs.yaml", "X-Forwarded-Prefix", prefix).text())
            .contains("- url: " + prefix + "\n");
      }
    }
  }
}
