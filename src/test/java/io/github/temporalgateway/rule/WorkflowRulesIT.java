package io.github.temporalgateway.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.samples.SampleWorker;
import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Workflow Rules, on a Temporal Service that has them switched on. */
class WorkflowRulesIT extends RealGateway {

  private static TemporalDevServer server;
  private static OwnGateway own;
  private static GatewayClient rules;

  @BeforeAll
  static void start() {
    server = TemporalDevServer.startWith("frontend.workflowRulesAPIsEnabled=true");
    own = OwnGateway.start(server.target());
    rules = own.client();
  }

  @AfterAll
  static void stop() {
    own.close();
    server.close();
  }

  @Test
  void ruleIsCreatedShownAndDeleted() {
    String id = id("rule");

    Answer created =
        rules
            .post(
                "/workflow-rules",
                """
                {"ruleId":"%s","activityPredicate":"ActivityType = 'charge'",\
                "visibilityQuery":"WorkflowType = 'Order'","actions":["PAUSE_ACTIVITY"],\
                "description":"charges twice","expirationTime":"2099-01-01T00:00:00Z"}\
                """
                    .formatted(id))
            .is(201);

    assertThat(created.header("Location")).isEqualTo("/workflow-rules/" + id);
    assertThat(created.at("/actions/0")).isEqualTo("PAUSE_ACTIVITY");
    assertThat(created.at("/createdBy")).startsWith("temporal-rest-gateway@");
    await()
        .untilAsserted(() -> {
          Answer described = rules.get("/workflow-rules/" + id).is(200);
          assertThat(described.json()).isEqualTo(created.json());
          assertThat(ids(rules.get("/workflow-rules").is(200))).contains(id);
        });
    assertThat(created.at("/expirationTime")).isEqualTo("2099-01-01T00:00:00Z");
    rules.post("/workflow-rules", rule(id, "x")).isProblem(409, "conflict");

    rules.send("DELETE", "/workflow-rules/" + id).is(204);

    rules.get("/workflow-rules/" + id).isProblem(404, "workflow-rule-not-found");
    rules.send("DELETE", "/workflow-rules/" + id).isProblem(404, "workflow-rule-not-found");
  }

  @Test
  void ruleActsOnActivities() {
    rules.post("/workflow-rules", rule(id("pause"), "ActivityType = 'Flaky'")).is(201);

    try (SampleWorker _ = SampleWorker.start(server.target())) {
      await()
          .atMost(Duration.ofSeconds(90))
          .ignoreException(ConditionTimeoutException.class)
          .untilAsserted(() -> {
            String id = id("ruled");
            rules.post("/workflows", start("Activity", "'workflowId':'" + id + "'")).is(201);
            await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                    assertThat(
                            rules.get("/workflows/" + id).is(200).at("/pendingActivities/0/paused"))
                        .isEqualTo("true"));
          });
    }
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    rules.post("/workflow-rules", "{\"ruleId\":\"a\"}").isProblem(422, "validation");
    rules
        .post(
            "/workflow-rules",
            "{\"ruleId\":\"a\",\"activityPredicate\":\"x\",\"actions\":[\"EXPLODE\"]}")
        .isProblem(422, "validation");
    rules.post("/workflow-rules", rule("a\\u0000", "x")).isProblem(422, "validation");
    assertThat(
            rules
                .post(
                    "/workflow-rules",
                    rule("a", "x").replace("}", ",\"expirationTime\":\"+12000-01-01T00:00:00Z\"}"))
                .isProblem(422, "validation")
                .at("/errors/0/pointer"))
        .isEqualTo("/expirationTime");
  }

  @Test
  void serviceWithoutRulesSaysSo() {
    gateway.get("/workflow-rules").isProblem(501, "not-supported");
    gateway.post("/workflow-rules", rule("a", "x")).isProblem(501, "not-supported");
    gateway.get("/workflow-rules/a").isProblem(501, "not-supported");
    gateway.send("DELETE", "/workflow-rules/a").isProblem(501, "not-supported");
  }

  private static String rule(String id, String predicate) {
    return """
    {"ruleId":"%s","activityPredicate":"%s","actions":["PAUSE_ACTIVITY"]}\
    """
        .formatted(id, predicate);
  }

  private static List<String> ids(Answer list) {
    return list.json()
        .get("items")
        .valueStream()
        .map(rule -> rule.get("ruleId"))
        .map(JsonNode::asString)
        .toList();
  }
}
