package io.github.temporalgateway.taskqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Worker Deployments, with Workers of two versions. */
class DeploymentsIT {

  private static TemporalDevServer server;
  private static OwnGateway own;
  private static GatewayClient gateway;

  private final String name = "shop-" + UUID.randomUUID();
  private final String queue = "queue-" + UUID.randomUUID();
  private final String deployment = "/worker-deployments/" + name;

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
  void tasksGoToTheVersionThatIsCurrentOrRamping() {
    try (var _ = worker("1.0");
        var _ = worker("2.0")) {
      awaitVersion("1.0");
      awaitVersion("2.0");

      Answer before = gateway.get(deployment).is(200);
      assertThat(before.json().at("/routing").has("current")).isFalse();
      Answer set = put("/current-version", "{\"buildId\":\"1.0\"}", before.header("ETag")).is(204);
      assertThat(set.header("ETag")).isNotEqualTo(before.header("ETag"));

      awaitRoutedTo("1.0");
      assertThat(gateway.get(deployment + "/versions/1.0").is(200).at("/status"))
          .isEqualTo("CURRENT");
      Answer described = gateway.get("/task-queues/" + queue).is(200);
      assertThat(described.at("/versioning/current/buildId")).isEqualTo("1.0");
      assertThat(described.at("/workflow/pollers/0/version/deploymentName")).isEqualTo(name);
      assertThat(described.at("/workflow/pollers/0/versioningMode")).isEqualTo("VERSIONED");

      put("/ramping-version", "{\"buildId\":\"2.0\",\"percentage\":100}", "*").is(204);

      awaitRoutedTo("2.0");
      assertThat(gateway.get(deployment).is(200).at("/routing/ramping/buildId")).isEqualTo("2.0");
      assertThat(gateway.get(deployment).json().at("/routing/rampingPercentage").asDouble())
          .isEqualTo(100);
      put("/ramping-version", "{\"percentage\":0}", null).is(204);
      assertThat(gateway.get(deployment).json().at("/routing").has("ramping")).isFalse();
    }
  }

  @Test
  void changeOfSomethingThatHasChangedSinceIs412() {
    try (var _ = worker("1.0")) {
      awaitVersion("1.0");
      String old = gateway.get(deployment).is(200).header("ETag");
      put("/current-version", "{\"buildId\":\"1.0\"}", old).is(204);

      put("/ramping-version", "{\"percentage\":10}", old).isProblem(412, "precondition-failed");
      put("/current-version", "{}", old).isProblem(412, "precondition-failed");
      put("/manager", "{\"self\":true}", old).isProblem(412, "precondition-failed");
      put("/manager", "{\"self\":true}", "nonsense").isProblem(412, "precondition-failed");
      put("/manager", "{\"self\":true}", "\"a\", \"b\"").isProblem(422, "validation");
    }
  }

  @Test
  void managerKeepsOthersOut() {
    create("1.0");
    put("/current-version", "{\"buildId\":\"1.0\",\"allowNoPollers\":true}", null).is(204);
    put("/manager", "{\"manager\":\"somebody\"}", null).is(204);
    assertThat(gateway.get(deployment).is(200).at("/manager")).isEqualTo("somebody");

    put("/ramping-version", "{\"percentage\":10}", null).isProblem(409, "conflict");

    put("/manager", "{\"self\":true}", null).is(204);
    put("/ramping-version", "{\"percentage\":10}", null).is(204);
    put("/manager", "{}", null).is(204);
    assertThat(gateway.get(deployment).json().has("manager")).isFalse();
    put("/manager", "{\"manager\":\"a\",\"self\":true}", null).isProblem(422, "validation");
  }

  @Test
  void deploymentsAndVersionsAreCreatedAndDeletedWithoutWorkers() {
    String body = "{\"deploymentName\":\"" + name + "\"}";
    Answer created = gateway.post("/worker-deployments", body, "Idempotency-Key", name).is(201);
    assertThat(created.header("Location")).isEqualTo(deployment);
    gateway.post("/worker-deployments", body, "Idempotency-Key", name).is(201);
    gateway.post("/worker-deployments", body).isProblem(409, "conflict");
    gateway
        .post("/worker-deployments", "{\"deploymentName\":\"a.b\"}")
        .isProblem(422, "invalid-argument");

    String versions = deployment + "/versions";
    Answer version =
        gateway.post(versions, "{\"buildId\":\"1/0\"}", "Idempotency-Key", name).is(201);
    assertThat(version.header("Location")).isEqualTo(versions + "/~MS8w");
    gateway.post(versions, "{\"buildId\":\"1/0\"}", "Idempotency-Key", name).is(201);
    gateway.post(versions, "{\"buildId\":\"1/0\"}").isProblem(409, "conflict");
    assertThat(gateway.get(version.header("Location")).is(200).at("/status")).isEqualTo("CREATED");
    gateway.send("DELETE", deployment).isProblem(409, "conflict");

    gateway.send("DELETE", version.header("Location") + "?skipDrainage=true").is(204);
    gateway.get(version.header("Location")).isProblem(404, "worker-deployment-not-found");
    await().untilAsserted(() -> gateway.send("DELETE", deployment).is(204));
    gateway.get(deployment).isProblem(404, "worker-deployment-not-found");
    gateway.send("DELETE", deployment).is(204);
  }

  @Test
  void anythingMayBeNotedAboutAVersion() {
    create("1.0");
    String metadata = deployment + "/versions/1.0/metadata";

    gateway
        .patch(metadata, "{\"metadata\":{\"commit\":\"a1b2\",\"size\":12345678901234567890}}")
        .is(200);
    Answer noted =
        gateway.patch(metadata, "{\"metadata\":{\"n\":null},\"unset\":[\"commit\"]}").is(200);

    assertThat(noted.text()).isEqualTo("{\"metadata\":{\"n\":null,\"size\":12345678901234567890}}");
    assertThat(gateway.get(deployment + "/versions/1.0").is(200).text())
        .contains("\"metadata\":{\"n\":null,\"size\":12345678901234567890}");
    gateway.patch(metadata, "{}").isProblem(422, "validation");
    gateway
        .patch(deployment + "/versions/9/metadata", "{\"unset\":[\"a\"]}")
        .isProblem(404, "worker-deployment-not-found");
  }

  @Test
  void versionThatIsInUseIsNotDeleted() {
    create("1.0");
    put("/current-version", "{\"buildId\":\"1.0\",\"allowNoPollers\":true}", null).is(204);

    gateway.send("DELETE", deployment + "/versions/1.0").isProblem(409, "conflict");
    put("/ramping-version", "{\"buildId\":\"1.0\",\"percentage\":5}", null)
        .isProblem(409, "conflict");
    put("/ramping-version", "{\"buildId\":\"9\",\"percentage\":5}", null)
        .isProblem(404, "worker-deployment-not-found");
    put("/ramping-version", "{\"percentage\":101}", null).isProblem(422, "validation");
    put("/ramping-version", "{}", null).isProblem(422, "validation");
    put("/current-version", "{\"buildId\":\"9\"}", null)
        .isProblem(404, "worker-deployment-not-found");
  }

  @Test
  void scalingGroupsAreTriedOutAndSet() {
    create("1.0");
    String groups = deployment + "/versions/1.0/scaling-groups";
    String wrong = "{\"scalingGroups\":{\"all\":{\"provider\":{\"type\":\"abacus\"}}}}";

    Answer set = gateway.patch(groups, wrong).isProblem(422, "invalid-argument");
    assertThat(set.at("/detail")).contains("abacus");
    gateway.patch(groups, "{\"unset\":[\"none\"]}").is(204);
    tried(groups, wrong);
    gateway.patch(groups, "{}").isProblem(422, "validation");
    assertThat(
            gateway
                .patch(groups, "{\"scalingGroups\":{\"a/b\":{\"kinds\":[\"CRON\"]}}}")
                .isProblem(422, "validation")
                .at("/errors/0/pointer"))
        .isEqualTo("/scalingGroups/a~1b/kinds");
  }

  /** Temporal's own Worker tries them out, which a busy machine may not do within the deadline. */
  private static void tried(String groups, String wrong) {
    Answer tried = gateway.post(groups + "/validate", wrong);
    assertThat(tried.at("/code")).isIn("invalid-argument", "temporal-timeout");
    tried.isProblem(tried.at("/code").equals("invalid-argument") ? 422 : 504, tried.at("/code"));
  }

  @Test
  void deploymentsAreListedInPages() {
    create("1.0");
    gateway.post("/worker-deployments", "{\"deploymentName\":\"other-" + name + "\"}").is(201);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          Answer all = gateway.get("/worker-deployments").is(200);
          assertThat(all.text()).contains("\"" + name + "\"", "\"other-" + name + "\"");
        });
    Answer page = gateway.get("/worker-deployments?pageSize=1").is(200);
    assertThat(page.json().at("/items").size()).isEqualTo(1);
    String link = page.header("Link");
    assertThat(
            gateway.get(link.substring(1, link.indexOf('>'))).is(200).at("/items/0/deploymentName"))
        .isNotEqualTo(page.at("/items/0/deploymentName"));
    gateway.get("/worker-deployments?pageToken=AAAA").isProblem(422, "validation");
  }

  private void create(String buildId) {
    gateway.post("/worker-deployments", "{\"deploymentName\":\"" + name + "\"}").is(201);
    gateway.post(deployment + "/versions", "{\"buildId\":\"" + buildId + "\"}").is(201);
  }

  private QueueWorker worker(String buildId) {
    return QueueWorker.versioned(server.target(), queue, name, buildId);
  }

  private void awaitVersion(String buildId) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(
                    gateway
                        .get(deployment + "/versions/" + buildId)
                        .is(200)
                        .json()
                        .at("/taskQueues")
                        .size())
                .isPositive());
  }

  /** Routing takes a moment to reach the Task Queues. */
  private void awaitRoutedTo(String buildId) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          Answer started =
              gateway
                  .post(
                      "/workflows?wait=10s",
                      "{\"workflowType\":\"Greeting\",\"taskQueue\":\"" + queue + "\"}")
                  .is(200);
          assertThat(
                  gateway
                      .get(started.at("/links/self"))
                      .is(200)
                      .at("/versioningInfo/version/buildId"))
              .isEqualTo(buildId);
        });
  }

  private Answer put(String below, String body, @Nullable String ifMatch) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return ifMatch == null
        ? gateway.send("PUT", deployment + below, bytes, "Content-Type", "application/json")
        : gateway.send(
            "PUT",
            deployment + below,
            bytes,
            "Content-Type",
            "application/json",
            "If-Match",
            ifMatch);
  }
}
