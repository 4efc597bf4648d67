package io.github.temporalgateway.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.openapi.ApiDocument.Op;
import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No route goes unmeasured because others were called before it. */
@RealTemporal
class MeteredRoutesIT {

  private static final byte[] NONSENSE = "{\"nonsense\":1}".getBytes(UTF_8);

  @Test
  void everyRouteIsMetered(TemporalDevServer server) {
    try (OwnGateway own = OwnGateway.start(server.target())) {
      GatewayClient gateway = own.client();
      Set<Op> operations = Set.copyOf(ApiDocument.of(gateway).operations());

      for (Op op : operations) {
        String path =
            op.path().replace("{namespace}", "default").replaceAll("\\{\\w+}", "unmetered");
        if (op.hasBody()) {
          gateway.send(op.verb(), path, NONSENSE, "Content-Type", "application/json");
        } else {
          gateway.send(op.verb(), path);
        }
      }

      assertThat(own.tagged("http.server.requests", "uri"))
          .containsAll(operations.stream().map(Op::path).collect(Collectors.toSet()));
    }
  }
}
