package io.github.temporalgateway.security.authentication;

import static io.github.temporalgateway.testing.TokenIssuer.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TestCertificates;
import io.github.temporalgateway.testing.TokenIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers are known by the certificates of their connections, also beside tokens. */
@RealTemporal
class ClientCertificateIT {

  private static final String ORDERS = "spiffe://example/orders";

  @TempDir private Path folder;

  @Test
  void certificateOrTokenGetsIn(TemporalDevServer server) throws IOException {
    TestCertificates authority =
        new TestCertificates(folder, "callers")
            .server("server", "localhost")
            .named("orders", "uri:" + ORDERS + ",dns:other.example")
            .client("nameless");
    TokenIssuer issuer = new TokenIssuer("k1");
    Path file =
        Files.writeString(
            folder.resolve("certificates.yml"),
            "callers: [{id: '" + ORDERS + "', permissions: [default:read]}]");
    try (OwnGateway own =
        OwnGateway.start(
            server.target(),
            TokenIssuer.settings(
                publish(folder.resolve("jwks.json"), issuer),
                "gateway.security.mode=jwt,mtls",
                "gateway.security.mtls.file=" + file,
                "server.ssl.client-auth=want",
                "server.ssl.key-store=" + authority.keystore("server", "PKCS12"),
                "server.ssl.key-store-password=" + TestCertificates.PASSWORD,
                "server.ssl.trust-store=" + authority.truststore("PKCS12"),
                "server.ssl.trust-store-password=" + TestCertificates.PASSWORD))) {
      GatewayClient orders = new GatewayClient(own.port(), authority.tls("orders"));
      GatewayClient nameless = new GatewayClient(own.port(), authority.tls("nameless"));

      orders.get("/workflows").is(200);
      nameless.get("/workflows").isProblem(401, "unauthenticated");
      GatewayClient without = new GatewayClient(own.port(), authority.tls());
      assertThat(
              without
                  .get("/workflows")
                  .isProblem(401, "unauthenticated")
                  .response()
                  .headers()
                  .allValues("WWW-Authenticate"))
          .containsExactly(
              "Bearer realm=\"temporal-rest-gateway\"",
              "ClientCertificate realm=\"temporal-rest-gateway\"");
      without.get("/workflows", issuer.bearer("web", "default:read")).is(200);
    }
  }
}
