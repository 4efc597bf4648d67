package io.github.temporalgateway.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Namespaces that the gateway serves, and what may be done to them. */
@RealTemporal
class NamespacesIT {

  private final String name = "shop-" + UUID.randomUUID();

  @Test
  void namespaceIsRegisteredUsedAndUpdated(TemporalDevServer server) {
    try (OwnGateway own = admin(server, name)) {
      GatewayClient gateway = own.client();

      Answer created = gateway.post("/namespaces", body(name, "P3D")).is(201);
      assertThat(created.header("Location")).isEqualTo("/namespaces/" + name);
      gateway.post("/namespaces", body(name, "P3D")).isProblem(409, "conflict");

      Answer described = gateway.get("/namespaces/" + name).is(200);
      assertThat(described.at("/namespace")).isEqualTo(name);
      assertThat(described.at("/state")).isEqualTo("REGISTERED");
      assertThat(described.at("/retention")).isEqualTo("PT72H");
      assertThat(described.at("/data/team")).isEqualTo("blue");
      assertThat(described.at("/historyArchival/state")).isEqualTo("DISABLED");
      assertThat(described.json().at("/limits/blobSizeLimitError").asLong()).isEqualTo(2_097_152);
      assertThat(described.json().at("/capabilities").valueStream().map(JsonNode::asString))
          .contains("syncUpdate", "standaloneActivities");
      assertThat(described.at("/link")).isEqualTo("/namespaces/" + name);

      Answer updated =
          gateway
              .patch("/namespaces/" + name, "{\"retention\":\"48h\",\"data\":{\"cost\":\"7\"}}")
              .is(200);
      assertThat(updated.at("/retention")).isEqualTo("PT48H");
      assertThat(updated.at("/description")).isEqualTo("orders");
      assertThat(updated.at("/data/team") + updated.at("/data/cost")).isEqualTo("blue7");
      assertThat(gateway.get("/namespaces/" + name).json()).isEqualTo(updated.json());

      String start = "{\"workflowType\":\"Greeting\",\"taskQueue\":\"idle\"}";
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> gateway.post("/namespaces/" + name + "/workflows", start).is(201));
    }
  }

  @Test
  void whatTemporalDoesNotTakeIsRefused(TemporalDevServer server) {
    try (OwnGateway own = admin(server, name)) {
      GatewayClient gateway = own.client();
      String path = "/namespaces/" + name;

      gateway.post("/namespaces", body(name, "1s")).isProblem(422, "invalid-argument");
      gateway.post("/namespaces", "{\"namespace\":\"" + name + "\"}").isProblem(422, "validation");
      gateway.post("/namespaces", body("a\\u0007b", "P1D")).isProblem(422, "validation");
      gateway.post("/namespaces", body("another", "P1D")).isProblem(404, "namespace-not-found");
      gateway.patch(path, "{}").isProblem(422, "validation");
      gateway
          .patch(path, "{\"historyArchival\":{\"state\":\"SOMETIMES\"}}")
          .isProblem(422, "validation");
      gateway.patch(path, "{\"description\":\"x\"}").isProblem(404, "namespace-not-found");
      gateway.get(path).isProblem(404, "namespace-not-found");
      gateway.get("/namespaces/another").isProblem(404, "namespace-not-found");
    }
  }

  @Test
  void withoutTheSettingNamespacesStayAsTheyAre(TemporalDevServer server) {
    try (OwnGateway own = OwnGateway.start(server.target())) {
      GatewayClient gateway = own.client();

      Answer create =
          gateway.post("/namespaces", body("default", "P1D")).isProblem(403, "permission-denied");
      Answer update =
          gateway
              .patch("/namespaces/default", "{\"description\":\"x\"}")
              .isProblem(403, "permission-denied");

      assertThat(create.at("/detail")).contains("gateway.namespaces.admin");
      assertThat(update.at("/detail")).contains("gateway.namespaces.admin");
      assertThat(gateway.get("/namespaces/default").is(200).json().has("description")).isFalse();
    }
  }

  @Test
  void listHasWhatSettingsNameAndTemporalHas(TemporalDevServer server) {
    try (OwnGateway own = OwnGateway.start(server.target(), "gateway.namespaces.allow=nobodys")) {
      Answer list = own.client().get("/namespaces").is(200);

      assertThat(names(list)).containsExactly("default");
      assertThat(list.at("/items/0/link")).isEqualTo("/namespaces/default");
      own.client().get("/namespaces?pageToken=AAAA").isProblem(422, "validation");
    }
  }

  @Test
  void listHasAllPageByPageWhenAllAreAdmitted(TemporalDevServer server) {
    try (OwnGateway own = OwnGateway.start(server.target(), "gateway.namespaces.allow=*")) {
      GatewayClient gateway = own.client();

      assertThat(names(gateway.get("/namespaces").is(200))).contains("default", "temporal-system");

      Answer page = gateway.get("/namespaces?pageSize=1").is(200);
      String link = page.header("Link");
      assertThat(names(page)).hasSize(1);
      assertThat(names(gateway.get(link.substring(1, link.indexOf('>'))).is(200)))
          .hasSize(1)
          .doesNotContainAnyElementsOf(names(page));
    }
  }

  @Test
  void listHasNamespacesOfFurtherConnections(TemporalDevServer server) {
    try (TemporalDevServer other = TemporalDevServer.startWithNamespace("elsewhere");
        OwnGateway own =
            OwnGateway.start(
                server.target(),
                "gateway.namespaces.allow=*",
                "gateway.connections.other.target=" + other.target(),
                "gateway.connections.other.namespaces=elsewhere")) {
      assertThat(names(own.client().get("/namespaces").is(200))).contains("default", "elsewhere");
      assertThat(own.client().get("/namespaces/elsewhere/cluster").is(200).at("/clusterId"))
          .isNotEmpty()
          .isNotEqualTo(own.client().get("/cluster").is(200).at("/clusterId"));
    }
  }

  @Test
  void clusterTellsItsVersionAndCapabilities(TemporalDevServer server) {
    try (OwnGateway own = OwnGateway.start(server.target())) {
      Answer cluster = own.client().get("/cluster").is(200);

      assertThat(cluster.at("/serverVersion")).isEqualTo(server.serverVersion());
      assertThat(cluster.json().at("/capabilities").valueStream().map(JsonNode::asString))
          .contains("supportsSchedules", "nexus");
      assertThat(cluster.at("/persistenceStore")).isEqualTo("sqlite");
      assertThat(cluster.json().at("/historyShardCount").asInt()).isPositive();
      assertThat(cluster.at("/supportedClients/temporal-java")).isNotEmpty();
    }
  }

  private static OwnGateway admin(TemporalDevServer server, String namespace) {
    return OwnGateway.start(
        server.target(), "gateway.namespaces.admin=true", "gateway.namespaces.allow=" + namespace);
  }

  private static String body(String namespace, String retention) {
    return """
    {"namespace":"%s","retention":"%s","description":"orders","data":{"team":"blue"}}\
    """
        .formatted(namespace, retention);
  }

  private static List<String> names(Answer list) {
    return list.json()
        .get("items")
        .valueStream()
        .map(item -> item.get("namespace").asString())
        .toList();
  }
}
