package io.github.temporalgateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TokenIssuer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Event Histories tell who has done it. */
class IdentityIT extends RealGateway {

  @TempDir private Path folder;

  @Test
  void historyNamesTheCallers(TemporalDevServer server) {
    TokenIssuer issuer = new TokenIssuer("k1");
    Path keys = TokenIssuer.publish(folder.resolve("jwks.json"), issuer);
    String id = id("identity");
    try (OwnGateway own =
        OwnGateway.start(
            server.target(), TokenIssuer.settings(keys, "gateway.temporal.identity=gw"))) {
      String path = "/workflows/" + id;
      own.client()
          .post(
              "/workflows",
              startUnworked("WaitForSignal", "'workflowId':'" + id + "'"),
              issuer.bearer("orders", "default:write"))
          .is(201);
      own.client()
          .post(path + "/signals/go", "{}", issuer.bearer("billing", "default:write"))
          .is(202);
      own.client()
          .post(path + "/terminate", "{}", issuer.bearer("x".repeat(900), "default:write"))
          .is(204);
    }

    Map<String, String> identities = new TreeMap<>();
    for (JsonNode event :
        gateway.get("/workflows/" + id + "/history").is(200).json().at("/items")) {
      identities.put(
          event.path("eventType").asString(), event.at("/attributes/identity").asString(""));
    }
    assertThat(identities)
        .containsEntry("WORKFLOW_EXECUTION_STARTED", "jwt:orders via gw")
        .containsEntry("WORKFLOW_EXECUTION_SIGNALED", "jwt:billing via gw")
        .hasEntrySatisfying(
            "WORKFLOW_EXECUTION_TERMINATED",
            identity -> assertThat(identity).startsWith("jwt:xxx").endsWith("… via gw"));
  }
}
