package io.github.temporalgateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RawRequest;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import org.junit.jupiter.api.Test;

/** Headers that only a proxy should send are believed where somebody has said so. */
class ForwardedHeadersIT extends RealGateway {

  private static final String[] FORWARDED = {
    "X-Forwarded-Prefix",
    "/gw",
    "X-Forwarded-Host",
    "evil.example",
    "X-Forwarded-Proto",
    "https",
    "X-Forwarded-For",
    "192.0.2.7",
    "Forwarded",
    "host=evil.example;proto=https;for=192.0.2.7"
  };

  @Test
  void theyAreIgnoredByDefault() {
    String id = id("not-forwarded");

    Answer answer =
        gateway
            .post("/workflows", start("WaitForSignal", "'workflowId':'" + id + "'"), FORWARDED)
            .is(201);

    assertThat(answer.header("Location")).startsWith("/workflows/" + id);
    assertThat(answer.text()).contains("\"self\":\"/workflows/" + id).doesNotContain("evil", "/gw");
    assertThat(gateway.get("/v3/api-docs.yaml", FORWARDED).text()).contains("- url: /\n");
  }

  @Test
  void callersCannotMakeUpAddressesByDefault(TemporalDevServer server) {
    try (OwnGateway own = limited(server, "none")) {
      exhaust(own.client(), "192.0.2.7");

      own.client().get("/problems", "X-Forwarded-For", "192.0.2.8").is(429);
    }
  }

  /** Where Spring Boot would believe them by itself. */
  @Test
  void callersCannotMakeUpAddressesInACluster(TemporalDevServer server) {
    try (OwnGateway own =
        OwnGateway.start(
            server.target(),
            "spring.main.cloud-platform=kubernetes",
            "gateway.limits.rate.per-caller=1",
            "gateway.limits.rate.burst=30")) {
      exhaust(own.client(), "192.0.2.7");

      own.client().get("/problems", "X-Forwarded-For", "192.0.2.8").is(429);
    }
  }

  @Test
  void hostThatAProxyForwardsIsTheOneOfOwnPages(TemporalDevServer server) {
    try (OwnGateway own = limited(server, "framework")) {
      assertThat(sentFromPage(own.port(), "https://gw.example")).startsWith("HTTP/1.1 404");
      assertThat(sentFromPage(own.port(), "http://localhost")).startsWith("HTTP/1.1 403");
    }
    assertThat(sentFromPage(gateway.port(), "https://gw.example")).startsWith("HTTP/1.1 403");
    assertThat(sentFromPage(gateway.port(), "http://localhost")).startsWith("HTTP/1.1 404");
  }

  /** Proxies that pass {@code Host} on say no more than the scheme. */
  @Test
  void hostMayHaveAPort(TemporalDevServer server) {
    try (OwnGateway own = limited(server, "framework")) {
      String answer =
          RawRequest.send(
              own.port(),
              "POST /workflows/nobody/cancel HTTP/1.1",
              "Host: localhost:8080",
              "X-Forwarded-Proto: http",
              "Origin: http://localhost:8080",
              "Content-Type: application/json",
              "Content-Length: 0");

      assertThat(answer).startsWith("HTTP/1.1 404");
    }
  }

  private static String sentFromPage(int port, String origin) {
    return RawRequest.send(
        port,
        "POST /workflows/nobody/cancel HTTP/1.1",
        "Host: localhost",
        "X-Forwarded-Host: gw.example",
        "X-Forwarded-Proto: https",
        "Origin: " + origin,
        "Content-Type: application/json",
        "Content-Length: 0");
  }

  @Test
  void theyAreBelievedWhereThatIsConfigured(TemporalDevServer server) {
    try (OwnGateway own = limited(server, "framework")) {
      String id = id("forwarded");
      String body = start("WaitForSignal", "'workflowId':'" + id + "'");

      Answer answer = own.client().post("/workflows", body, "X-Forwarded-Prefix", "/gw").is(201);
      exhaust(own.client(), "192.0.2.7");

      assertThat(answer.text()).contains("\"self\":\"/gw/workflows/" + id);
      own.client().get("/problems", "X-Forwarded-For", "192.0.2.8").is(200);
      own.client().get("/problems", "X-Forwarded-For", "2001:db8::1").is(200);
      exhaust(own.client(), "2001:db8::1");
      own.client().get("/problems", "X-Forwarded-For", "2001:db8:0:0:1:2:3:4").is(429);
      own.client().get("/problems", "X-Forwarded-For", "2001:db8:0:1::1").is(200);
    }
  }

  /** Most proxies add to the first of these fields and pass the other on. */
  @Test
  void callersCannotMakeUpAddressesBehindAProxy(TemporalDevServer server) {
    try (OwnGateway own = limited(server, "framework")) {
      exhaust(own.client(), "192.0.2.7");

      own.client()
          .get("/problems", "X-Forwarded-For", "192.0.2.8, 192.0.2.7", "Forwarded", "for=192.0.2.9")
          .is(429);
      own.client().get("/problems", "X-Forwarded-For", "192.0.2.7, 192.0.2.8").is(200);
    }
  }

  @Test
  void addressMayComeFromAProxyInFrontOfAnother(TemporalDevServer server) {
    try (OwnGateway own =
        OwnGateway.start(
            server.target(),
            "server.forward-headers-strategy=framework",
            "gateway.http.trusted-proxies=2",
            "gateway.limits.rate.per-caller=1",
            "gateway.limits.rate.burst=30")) {
      exhaust(own.client(), "192.0.2.7, 203.0.113.1");

      own.client().get("/problems", "X-Forwarded-For", "192.0.2.8,192.0.2.7 ,203.0.113.2").is(429);
      own.client().get("/problems", "X-Forwarded-For", "192.0.2.8").is(200);
    }
  }

  private static OwnGateway limited(TemporalDevServer server, String strategy) {
    return OwnGateway.start(
        server.target(),
        "server.forward-headers-strategy=" + strategy,
        "gateway.limits.rate.per-caller=1",
        "gateway.limits.rate.burst=30");
  }

  private static void exhaust(GatewayClient caller, String address) {
    for (int i = 0; i < 200; i++) {
      if (caller.get("/problems", "X-Forwarded-For", address).status() == 429) {
        return;
      }
    }
    throw new AssertionError("The budget never ends.");
  }
}
