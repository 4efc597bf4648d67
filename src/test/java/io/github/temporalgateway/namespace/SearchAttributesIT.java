package io.github.temporalgateway.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Search Attributes are listed, added, used and removed. */
class SearchAttributesIT {

  private static TemporalDevServer server;
  private static OwnGateway own;
  private static GatewayClient gateway;

  @BeforeAll
  static void start() {
    server = TemporalDevServer.startWithNamespace("shop");
    own = OwnGateway.start(server.target(), "gateway.namespaces.allow=shop");
    gateway = own.client();
  }

  @AfterAll
  static void stop() {
    own.close();
    server.close();
  }

  @Test
  void listTellsTypes() {
    Answer list = gateway.get("/search-attributes").is(200);

    TemporalDevServer.SEARCH_ATTRIBUTES.forEach(
        (name, type) -> assertThat(list.at("/custom/" + name)).isEqualTo(type));
    assertThat(list.at("/system/WorkflowType")).isEqualTo("Keyword");
    assertThat(list.json().get("custom").has("WorkflowType")).isFalse();
  }

  @Test
  void attributeThatIsAddedCanBeUsedAndRemoved() {
    String start =
        """
        {"workflowType":"Greeting","taskQueue":"idle","searchAttributes":{"OrderId":"o-7"}}\
        """;
    gateway.post("/workflows", start).isProblem(422, "validation");

    gateway.post("/search-attributes", add("OrderId", "Keyword")).is(204);
    gateway.post("/search-attributes", add("OrderId", "Keyword")).is(204);

    assertThat(gateway.get("/search-attributes").is(200).at("/custom/OrderId"))
        .isEqualTo("Keyword");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> gateway.post("/workflows", start).is(201));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(
                    gateway.get("/workflow-count?query=OrderId%3D%27o-7%27").is(200).at("/count"))
                .isEqualTo("1"));

    gateway.send("DELETE", "/search-attributes/OrderId").is(204);

    assertThat(gateway.get("/search-attributes").json().get("custom").has("OrderId")).isFalse();
    Answer refused = gateway.post("/workflows", start).isProblem(422, "validation");
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/searchAttributes/OrderId");
    gateway
        .send("DELETE", "/search-attributes/OrderId")
        .isProblem(404, "search-attribute-not-found");
  }

  @Test
  void eachNamespaceHasItsOwn() {
    String attributes = "/namespaces/shop/search-attributes";

    gateway.post(attributes, add("Shelf", "Int")).is(204);

    assertThat(gateway.get(attributes).is(200).at("/custom/Shelf")).isEqualTo("Int");
    assertThat(gateway.get("/search-attributes").json().get("custom").has("Shelf")).isFalse();
    gateway.send("DELETE", attributes + "/Shelf").is(204);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    gateway.post("/search-attributes", add("CustomInt", "Text")).isProblem(409, "conflict");
    gateway.post("/search-attributes", add("RunId", "Int")).isProblem(422, "invalid-argument");
    gateway.post("/search-attributes", "{\"searchAttributes\":{}}").isProblem(422, "validation");
    gateway.post("/search-attributes", "{}").isProblem(422, "validation");
    assertThat(
            gateway
                .post("/search-attributes", add("A/b", "Number"))
                .isProblem(422, "validation")
                .at("/errors/0/pointer"))
        .isEqualTo("/searchAttributes/A~1b");
    gateway.send("DELETE", "/search-attributes/RunId").isProblem(422, "invalid-argument");
  }

  private static String add(String name, String type) {
    return "{\"searchAttributes\":{\"" + name + "\":\"" + type + "\"}}";
  }
}
