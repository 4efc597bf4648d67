package io.github.temporalgateway.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a caller sees of {@code GET /workflow-results}. */
class WorkflowResultsIT extends ManyExecutions {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void eachLineTellsHowOneExecutionDid(WorkflowClient client) {
    String completed = id("completed");
    String nothing = id("nothing");
    String bytes = id("bytes");
    String failed = id("failed");
    String terminated = id("terminated");
    String running = id("running");
    String runId =
        startTagged("Echo", completed, "'input':{'n':12345678901234567890}").at("/runId");
    startTagged("Nothing", nothing);
    startTagged("Bytes", bytes);
    startTagged("Fail", failed);
    startTagged("WaitForSignal", terminated);
    startTagged("WaitForSignal", running);
    WorkflowStub stub = client.newUntypedWorkflowStub(terminated);
    stub.terminate("no longer needed");
    awaitVisible(5, tagged(" AND ExecutionStatus != 'Running'"));
    awaitVisible(6, tagged(""));

    Answer answer =
        gateway.get("/workflow-results?" + tagged(""), "Accept", "application/x-ndjson").is(200);

    assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
    Map<String, String> lines = linesById(answer);
    assertThat(lines).hasSize(6);
    assertThat(lines.get(completed))
        .isEqualTo(
            "{\"workflowId\":\"%s\",\"runId\":\"%s\",\"status\":\"COMPLETED\",\"result\":%s}"
                .formatted(completed, runId, "{\"n\":12345678901234567890}"));
    assertThat(lines.get(nothing)).endsWith(",\"status\":\"COMPLETED\",\"result\":null}");
    assertThat(JSON.readTree(lines.get(bytes)).at("/result/metadata/encoding").asString())
        .isEqualTo("YmluYXJ5L3BsYWlu");
    assertThat(JSON.readTree(lines.get(bytes)).at("/result/data").asString()).startsWith("AAECAw");
    JsonNode failure = JSON.readTree(lines.get(failed));
    assertThat(failure.at("/status").asString()).isEqualTo("FAILED");
    assertThat(failure.at("/failure/type").asString()).isEqualTo("OutOfStock");
    assertThat(failure.at("/failure/cause/type").asString()).isEqualTo("EmptyShelf");
    assertThat(failure.has("result")).isFalse();
    assertThat(JSON.readTree(lines.get(terminated)).at("/failure/message").asString())
        .isEqualTo("no longer needed");
    assertThat(lines.get(running)).endsWith(",\"status\":\"RUNNING\"}");
    assertThat(rpcs.historyCalls(running)).isEmpty();
  }

  @Test
  void runThatContinuedAsNewHasItsStatusOnly() {
    String id = id("chain");
    startTagged("ContinueAsNew", id, "'input':1");
    awaitVisible(1, encoded("WorkflowId = '" + id + "' AND ExecutionStatus = 'Completed'"));
    awaitVisible(2, encoded("WorkflowId = '" + id + "'"));

    Answer answer =
        gateway.get("/workflow-results?" + encoded("WorkflowId = '" + id + "'")).is(200);

    assertThat(answer.text().lines())
        .hasSize(2)
        .anyMatch(line -> line.endsWith("\"status\":\"CONTINUED_AS_NEW\"}"))
        .anyMatch(line -> line.endsWith("\"status\":\"COMPLETED\",\"result\":2}"));
  }

  @Test
  void fiveHundredExecutionsAreStreamedCompletely() {
    Set<String> ids = new HashSet<>();
    try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 500; i++) {
        String id = id("many");
        ids.add(id);
        eight.execute(() -> startTagged("Echo", id, "'input':'" + id + "'"));
      }
    }
    awaitVisible(500, tagged(" AND ExecutionStatus = 'Completed'"));

    Map<String, String> lines =
        linesById(gateway.get("/namespaces/default/workflow-results?" + tagged("")).is(200));

    assertThat(lines.keySet()).isEqualTo(ids);
    assertThat(lines)
        .allSatisfy((id, line) -> assertThat(line).endsWith("\"result\":\"" + id + "\"}"));
  }

  @Test
  void nothingFoundIsAnEmptyStream() {
    Answer answer = gateway.get("/workflow-results?" + tagged("")).is(200);

    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
  }

  @Test
  void headAsksForTheFirstPageOnly() {
    String id = id("head");
    startTagged("Nothing", id);
    awaitVisible(1, tagged(" AND ExecutionStatus = 'Completed'"));

    Answer answer = gateway.send("HEAD", "/workflow-results?" + tagged("")).is(200);

    assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
    assertThat(rpcs.historyCalls(id)).isEmpty();
    gateway.send("HEAD", "/workflow-results?query=foo").is(422);
  }

  @Test
  void whatFailsBeforeTheFirstLineIsAProblem() {
    gateway
        .get("/workflow-results?query=foo", "Accept", "application/x-ndjson")
        .isProblem(422, "invalid-query");
    gateway
        .get("/namespaces/" + ABSENT_NAMESPACE + "/workflow-results")
        .isProblem(404, "namespace-not-found");
    gateway.get("/workflow-results", "Accept", "text/html").isProblem(406, "not-acceptable");
  }

  private static Map<String, String> linesById(Answer answer) {
    Map<String, String> lines = new HashMap<>();
    answer
        .text()
        .lines()
        .forEach(line ->
            assertThat(lines.put(JSON.readTree(line).at("/workflowId").asString(), line)).isNull());
    return lines;
  }
}
