package io.github.temporalgateway.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a caller sees of {@code GET /workflow-count}. */
class CountWorkflowsIT extends ManyExecutions {

  @Test
  void countIsOfAllThatTheQueryFinds() {
    startTagged("WaitForSignal", id("count"));
    startTagged("WaitForSignal", id("count"));
    awaitVisible(2, tagged(""));

    assertThat(gateway.get("/workflow-count?" + tagged("")).is(200).text())
        .isEqualTo("{\"count\":2}");
    assertThat(gateway.get("/namespaces/default/workflow-count?" + tagged("")).is(200).text())
        .isEqualTo("{\"count\":2}");
    assertThat(gateway.get("/workflow-count").is(200).json().at("/count").asInt())
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void groupsTellTheNumberOfEachStatus() {
    startTagged("WaitForSignal", id("group"));
    startTagged("WaitForSignal", id("group"));
    startTagged("Nothing", id("group"));
    awaitVisible(1, tagged(" AND ExecutionStatus = 'Completed'"));
    awaitVisible(2, tagged(" AND ExecutionStatus = 'Running'"));

    Answer answer = gateway.get("/workflow-count?" + tagged(" GROUP BY ExecutionStatus")).is(200);

    Map<String, Integer> groups = new TreeMap<>();
    answer
        .json()
        .at("/groups")
        .forEach(group -> groups.put(group.at("/values/0").asString(), group.at("/count").asInt()));
    assertThat(answer.json().at("/count").asInt()).isEqualTo(3);
    assertThat(groups).containsExactly(Map.entry("Completed", 1), Map.entry("Running", 2));
  }

  @Test
  void invalidQueryIs422() {
    Answer answer =
        gateway
            .get("/workflow-count?" + encoded("GROUP BY WorkflowType"))
            .isProblem(422, "invalid-query");

    assertThat(answer.at("/detail")).startsWith("invalid query: ");
    gateway.get("/workflow-count?query=foo").isProblem(422, "invalid-query");
  }

  @Test
  void unknownNamespaceIs404() {
    gateway
        .get("/namespaces/" + ABSENT_NAMESPACE + "/workflow-count")
        .isProblem(404, "namespace-not-found");
  }
}
