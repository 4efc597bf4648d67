package io.github.temporalgateway.nexus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.InMemoryTemporal;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nexus Endpoints are created, shown, replaced and deleted. */
class NexusEndpointsIT {

  private static TemporalDevServer server;
  private static OwnGateway own;
  private static GatewayClient gateway;

  private final String name = "e" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    server = TemporalDevServer.startOnFreePorts();
    own = OwnGateway.start(server.target());
    gateway = own.client();
  }

  @AfterAll
  static void stop() {
    own.close();
    server.close();
  }

  @Test
  void endpointIsCreatedReplacedAndDeleted() {
    Answer created =
        gateway
            .post(
                "/nexus-endpoints",
                """
                {"name":"%s","description":{"n":12345678901234567890},\
                "target":{"namespace":"default","taskQueue":"orders"}}\
                """
                    .formatted(name))
            .is(201);
    String link = created.header("Location");
    assertThat(link).isEqualTo("/nexus-endpoints/" + created.at("/endpointId"));
    assertThat(created.text()).contains("\"description\":{\"n\":12345678901234567890}");
    gateway.post("/nexus-endpoints", body("taskQueue")).isProblem(409, "conflict");

    Answer described = gateway.get(link).is(200);
    assertThat(described.json()).isEqualTo(created.json());
    assertThat(described.header("ETag")).isEqualTo(created.header("ETag"));
    assertThat(described.at("/target/taskQueue")).isEqualTo("orders");

    Answer replaced = put(link, body("other"), described.header("ETag")).is(200);
    assertThat(replaced.at("/target/taskQueue")).isEqualTo("other");
    assertThat(replaced.json().has("description")).isFalse();
    put(link, body("third"), described.header("ETag")).isProblem(412, "precondition-failed");
    assertThat(put(link, body("third"), "*").is(200).at("/version")).isEqualTo("3");

    gateway
        .send("DELETE", link, "If-Match", described.header("ETag"))
        .isProblem(412, "precondition-failed");
    gateway.send("DELETE", link).is(204);
    gateway.get(link).isProblem(404, "nexus-endpoint-not-found");
    gateway.send("DELETE", link).isProblem(404, "nexus-endpoint-not-found");
    put(link, body("a"), "*").isProblem(404, "nexus-endpoint-not-found");
  }

  @Test
  void endpointsAreListedInPages() {
    gateway.post("/nexus-endpoints", body("a")).is(201);
    gateway
        .post(
            "/nexus-endpoints",
            "{\"name\":\"" + name + "-b\",\"target\":{\"url\":\"https://example.com/nexus\"}}")
        .is(201);

    Answer page = gateway.get("/nexus-endpoints?pageSize=1").is(200);
    String next = page.header("Link");
    assertThat(gateway.get(next.substring(1, next.indexOf('>'))).is(200).at("/items/0/name"))
        .isNotEqualTo(page.at("/items/0/name"));

    Answer named = gateway.get("/nexus-endpoints?name=" + name + "-b").is(200);
    assertThat(named.json().get("items").size()).isEqualTo(1);
    assertThat(named.at("/items/0/target/url")).isEqualTo("https://example.com/nexus");
    gateway.get("/nexus-endpoints?pageToken=AAAA").isProblem(422, "validation");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    String wrong = "{\"name\":\"" + name + "\",\"target\":%s}";

    for (String target :
        new String[] {
          "{}",
          "{\"namespace\":\"default\"}",
          "{\"namespace\":\"default\",\"taskQueue\":\"q\",\"url\":\"https://x\"}",
          "{\"taskQueue\":\"q\",\"url\":\"https://x\"}"
        }) {
      assertThat(
              gateway
                  .post("/nexus-endpoints", wrong.formatted(target))
                  .isProblem(422, "validation")
                  .at("/errors/0/pointer"))
          .isEqualTo("/target");
    }
    gateway
        .post("/nexus-endpoints", wrong.formatted("{\"url\":\"ftp://x\"}"))
        .isProblem(422, "invalid-argument");
    gateway
        .post("/nexus-endpoints", wrong.formatted("{\"namespace\":\"absent\",\"taskQueue\":\"q\"}"))
        .isProblem(409, "conflict");
    gateway.post("/nexus-endpoints", "{\"name\":\"x\"}").isProblem(422, "validation");
    gateway.get("/nexus-endpoints/no-uuid").isProblem(404, "nexus-endpoint-not-found");
  }

  @Test
  void smallerServiceHasEndpointsToo() throws Exception {
    try (InMemoryTemporal small = new InMemoryTemporal();
        OwnGateway before = OwnGateway.start(small.target())) {
      String link = before.client().post("/nexus-endpoints", body("a")).is(201).at("/link");

      before.client().send("DELETE", link).is(204);
    }
  }

  private String body(String taskQueue) {
    return "{\"name\":\"%s\",\"target\":{\"namespace\":\"default\",\"taskQueue\":\"%s\"}}"
        .formatted(name, taskQueue);
  }

  private static Answer put(String path, String body, String ifMatch) {
    return gateway.send(
        "PUT", path, body.getBytes(UTF_8), "Content-Type", "application/json", "If-Match", ifMatch);
  }
}
