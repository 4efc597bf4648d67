package io.github.temporalgateway.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.openapi.ApiDocument.Op;
import io.github.temporalgateway.openapi.RpcCoverage.Row;
import io.github.temporalgateway.samples.SampleWorker;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each route makes the calls that docs/coverage.md says it makes. */
class CoverageIT {

  private static final String WITH_UPDATE =
      """
      {"workflowType":"WaitForSignal","taskQueue":"samples","update":{"name":"add","input":1}}\
      """;

  private static TemporalDevServer server;
  private static SampleWorker worker;

  /** One for each way to list Namespaces. */
  private static final String WITH_SIGNAL =
      "{\"workflowType\":\"WaitForSignal\",\"taskQueue\":\"samples\",\"signal\":{\"name\":\"go\"}}";

  private static List<OwnGateway> gateways = List.of();

  private static String closed = "";

  @BeforeAll
  static void start() {
    server =
        TemporalDevServer.startWith(
            "frontend.WorkflowPauseEnabled=true",
            "frontend.workflowRulesAPIsEnabled=true",
            "nexusoperation.enableStandalone=true");
    worker = SampleWorker.start(server.target());
    gateways =
        List.of(
            OwnGateway.start(
                server.target(), "gateway.namespaces.admin=true", "gateway.namespaces.allow=*"),
            OwnGateway.start(server.target()));
    closed =
        any()
            .client()
            .post(
                "/workflows?wait=30s", "{\"workflowType\":\"Greeting\",\"taskQueue\":\"samples\"}")
            .is(200)
            .at("/workflowId");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            any()
                .client()
                .get("/workflow-count?query=ExecutionStatus%3D%27Completed%27")
                .at("/count")
                .equals("1"));
  }

  @AfterAll
  static void stop() {
    gateways.forEach(OwnGateway::close);
    worker.close();
    server.close();
  }

  @Test
  void routesCallWhatTheTableSays() throws IOException {
    Map<String, Op> operations =
        ApiDocument.of(any().client()).operations().stream()
            .collect(Collectors.toMap(op -> op.verb() + " " + op.path(), op -> op));
    RpcCoverage coverage = RpcCoverage.read();
    SoftAssertions softly = new SoftAssertions();

    for (String route : coverage.routes()) {
      Op operation = operations.get(route);
      if (operation != null) {
        softly
            .assertThat(calledBy(operation))
            .as(route)
            .containsAll(
                coverage.rows().entrySet().stream()
                    .filter(row -> names(row.getValue(), route))
                    .map(Map.Entry::getKey)
                    .toList());
      }
    }

    assertThat(operations).hasSizeGreaterThan(20);
    softly.assertAll();
  }

  private static boolean names(Row row, String route) {
    return row instanceof Row.Covered covered && covered.routes().contains(route);
  }

  private static Set<String> calledBy(Op operation) {
    Set<String> called = new HashSet<>();
    for (OwnGateway gateway : gateways) {
      for (String body : bodies(operation)) {
        for (String query : queries(operation)) {
          String path = path(operation, gateway) + query;
          called.addAll(
              gateway
                  .rpcs()
                  .calledDuring(() ->
                      gateway
                          .client()
                          .send(operation.verb(), path, body.getBytes(UTF_8), headers(body))));
        }
      }
    }
    return called;
  }

  private static List<String> bodies(Op operation) {
    if (!operation.hasBody()) {
      return List.of("");
    }
    List<String> bodies =
        new ArrayList<>(
            operation
                .node()
                .at("/requestBody/content/application~1json/examples")
                .valueStream()
                .map(example -> example.get("value"))
                .map(JsonNode::toString)
                .toList());
    if (operation.id().equals("startWorkflow")) {
      bodies.add(WITH_UPDATE);
      bodies.add(WITH_SIGNAL);
    }
    return bodies;
  }

  private static List<String> queries(Op operation) {
    if (Set.of("getNexusOperationResult", "getActivityResult").contains(operation.id())) {
      return List.of("", "?wait=1s");
    }
    return operation.path().endsWith("/history") ? List.of("", "?reverse=true") : List.of("");
  }

  private static String[] headers(String body) {
    return body.isEmpty() ? new String[0] : new String[] {"Content-Type", "application/json"};
  }

  private static String path(Op operation, OwnGateway gateway) {
    String path = operation.path();
    return path.replace("{workflowId}", workflow(path, gateway))
        .replace("{endpointId}", path.contains("{endpointId}") ? endpoint(gateway) : "")
        .replace("{operationId}", path.contains("{operationId}") ? nexusOperation(gateway) : "")
        .replace("{activityId}", path.startsWith("/activities") ? activity(gateway) : "any")
        .replace("{scheduleId}", path.contains("{scheduleId}") ? schedule(gateway) : "")
        .replace("{namespace}", "default")
        .replace("{name}", name(path))
        .replaceAll("\\{\\w+}", "any");
  }

  /** What reads a history reads one that has ended, and what changes an execution an open one. */
  private static String workflow(String path, OwnGateway gateway) {
    if (Stream.of("/history", "/events", "/result", "/outcome").anyMatch(path::endsWith)
        && !path.contains("/updates/")) {
      return closed;
    }
    if (!path.contains("{workflowId}")) {
      return "";
    }
    String start = "{\"workflowType\":\"WaitForSignal\",\"taskQueue\":\"samples\"}";
    String id = gateway.client().post("/workflows", start).is(201).at("/workflowId");
    gateway.client().get("/workflows/" + id + "/queries/state").is(200);
    return id;
  }

  private static String endpoint(OwnGateway gateway) {
    return gateway
        .client()
        .post(
            "/nexus-endpoints",
            "{\"name\":\"e%s\",\"target\":{\"namespace\":\"default\",\"taskQueue\":\"idle\"}}"
                .formatted(UUID.randomUUID()))
        .is(201)
        .at("/endpointId");
  }

  /** Nobody polls for it, so it stays open. */
  private static String activity(OwnGateway gateway) {
    return gateway
        .client()
        .post(
            "/activities",
            "{\"activityType\":\"Any\",\"taskQueue\":\"idle\",\"startToCloseTimeout\":\"1m\"}")
        .is(201)
        .at("/activityId");
  }

  private static String schedule(OwnGateway gateway) {
    return gateway
        .client()
        .post(
            "/schedules",
            "{\"spec\":{\"intervals\":[{\"every\":\"PT1H\"}]},"
                + "\"action\":{\"workflowType\":\"Any\",\"taskQueue\":\"idle\"}}")
        .is(201)
        .at("/scheduleId");
  }

  /** Nobody handles it, so it stays open. */
  private static String nexusOperation(OwnGateway gateway) {
    String endpoint = gateway.client().get("/nexus-endpoints/" + endpoint(gateway)).at("/name");
    return gateway
        .client()
        .post(
            "/nexus-operations",
            "{\"endpoint\":\"%s\",\"service\":\"s\",\"operation\":\"o\"}".formatted(endpoint))
        .is(201)
        .at("/operationId");
  }

  private static String name(String path) {
    if (path.contains("/search-attributes/")) {
      return "CustomText";
    }
    return path.contains("/queries/") ? "state" : path.contains("/updates/") ? "add" : "proceed";
  }

  private static OwnGateway any() {
    return gateways.getFirst();
  }
}
