package io.github.temporalgateway.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a caller sees of operations on many executions. */
class BatchesIT extends RealGateway {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int EXECUTIONS = 3;

  /** More than Temporal deals with in many seconds. */
  private static final int MANY = 1000;

  private String prefix = "";
  private String query = "";

  @BeforeEach
  void startSome() {
    prefix = id("batch");
    query = "\"query\":\"WorkflowId STARTS_WITH '" + prefix + "'\"";
    for (int i = 0; i < EXECUTIONS; i++) {
      started("WaitForSignal", workflow(i));
    }
    await().atMost(PATIENCE).until(() -> count("").equals(String.valueOf(EXECUTIONS)));
  }

  @Test
  void signalReachesAllThatAQueryFinds() {
    Answer batch =
        begin(body(query, "\"type\":\"signal\",\"name\":\"proceed\",\"input\":{\"price\":1.10}"));

    assertThat(batch.header("Location")).isEqualTo(batch.at("/links/self"));
    assertThat(batch.at("/type")).isEqualTo("signal");
    assertThat(batch.at("/reason")).isEqualTo("a test");
    JsonNode done = ended(batch);
    assertThat(done.get("state").asString()).isEqualTo("COMPLETED");
    assertThat(done.get("progress").toString())
        .isEqualTo("{\"total\":3,\"completed\":3,\"failed\":0,\"percent\":100}");
    assertThat(done.get("query").asString()).contains(prefix);
    for (int i = 0; i < EXECUTIONS; i++) {
      assertThat(gateway.get("/workflows/" + workflow(i) + "/result?wait=20s").is(200).text())
          .isEqualTo("{\"price\":1.10}");
    }
  }

  @Test
  void terminateEndsThoseOfAListAndOnlyThose() {
    String list =
        "\"executions\":[{\"workflowId\":\""
            + workflow(0)
            + "\"},{\"workflowId\":\""
            + workflow(1)
            + "\"}]";

    JsonNode done = ended(begin(body(list, "\"type\":\"terminate\",\"details\":[1]")));

    assertThat(done.at("/executions/1/workflowId").asString()).isEqualTo(workflow(1));
    assertThat(status(0)).isEqualTo("TERMINATED");
    assertThat(status(1)).isEqualTo("TERMINATED");
    assertThat(status(2)).isEqualTo("RUNNING");
  }

  @Test
  void cancelResetOptionsAndDeleteWork() {
    ended(begin(body(query, "\"type\":\"updateOptions\",\"priority\":{\"priorityKey\":4}")));
    assertThat(gateway.get("/workflows/" + workflow(0)).at("/priority/priorityKey")).isEqualTo("4");

    String run = gateway.get("/workflows/" + workflow(0)).at("/runId");
    ended(
        begin(
            body(
                query,
                "\"type\":\"reset\",\"point\":\"FIRST_WORKFLOW_TASK\","
                    + "\"reapplyExclude\":[\"SIGNAL\"]")));
    assertThat(gateway.get("/workflows/" + workflow(0)).at("/runId")).isNotEqualTo(run);

    ended(begin(body(query, "\"type\":\"cancel\"")));
    gateway
        .get("/workflows/" + workflow(1) + "/result?wait=20s")
        .isProblem(424, "workflow-canceled");

    ended(begin(body(query, "\"type\":\"delete\"")));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> gateway.get("/workflows/" + workflow(1)).isProblem(404, "workflow-not-found"));
  }

  @Test
  void dryRunCountsAndTouchesNothing() {
    gateway.post("/workflows/" + workflow(0) + "/terminate", "{}").is(204);
    await().atMost(PATIENCE).until(() -> count(" AND ExecutionStatus = 'Running'").equals("2"));

    Answer terminate = dryRun(body(query, "\"type\":\"terminate\""));

    assertThat(terminate.text()).isEqualTo("{\"type\":\"terminate\",\"count\":2}");
    assertThat(dryRun(body(query, "\"type\":\"delete\"")).at("/count")).isEqualTo("3");
    String list = "\"executions\":[{\"workflowId\":\"a\"},{\"workflowId\":\"a\"}]";
    assertThat(dryRun(body(list, "\"type\":\"cancel\"")).at("/count")).isEqualTo("1");
    assertThat(status(1)).isEqualTo("RUNNING");
    gateway
        .post("/batches?dryRun=true", body("\"query\":\"x y\"", "\"type\":\"cancel\""))
        .isProblem(422, "invalid-query");
  }

  @Test
  void oneKeyStartsOneBatch() {
    String key = id("key");
    String body = body(query, "\"type\":\"signal\",\"name\":\"proceed\"");
    Answer first = begin(body, "Idempotency-Key", key);

    Answer running = begin(body, "Idempotency-Key", key);
    ended(first);
    Answer retry = begin(body, "Idempotency-Key", key);

    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(running.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(retry.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(retry.at("/jobId")).isEqualTo(first.at("/jobId"));
    assertThat(retry.at("/identity")).startsWith("temporal-rest-gateway@").doesNotContain("[");
    gateway
        .post(
            "/batches",
            body(query, "\"type\":\"signal\",\"name\":\"other\""),
            "Idempotency-Key",
            key)
        .isProblem(422, "idempotency-conflict");
  }

  @Test
  void stopEndsABatchEarly() {
    String many =
        IntStream.range(0, MANY)
            .mapToObj(i -> "{\"workflowId\":\"nobody-" + i + "\"}")
            .collect(Collectors.joining(",", "\"executions\":[", "]"));
    Answer batch = begin(body(many, "\"type\":\"signal\",\"name\":\"x\""));

    gateway.post(batch.at("/links/stop"), "{\"reason\":\"wrong\"}").is(202);

    assertThat(ended(batch).get("state").asString()).isEqualTo("FAILED");
    gateway.send("POST", batch.at("/links/stop")).isProblem(409, "conflict");
    gateway.send("POST", "/batches/unknown/stop").isProblem(404, "batch-not-found");
  }

  @Test
  void batchesAreListedInPages() {
    Answer first = begin(body(query, "\"type\":\"signal\",\"name\":\"x\""));
    ended(first);
    Answer second = begin(body(query, "\"type\":\"signal\",\"name\":\"y\""));
    ended(second);
    await()
        .atMost(PATIENCE)
        .until(() ->
            gateway.get("/batches").text().contains(first.at("/jobId"))
                && gateway.get("/batches").text().contains(second.at("/jobId")));

    Answer page = gateway.get("/namespaces/default/batches?pageSize=1").is(200);

    JsonNode item = page.json().at("/items/0");
    assertThat(item.get("type").asString()).isNotEmpty();
    gateway.get(item.at("/links/self").asString()).is(200);
    assertThat(item.at("/links/self").asString()).startsWith("/namespaces/default/batches/");
    String next = page.header("Link").replaceFirst("<(.*)>; rel=\"next\"", "$1");
    assertThat(gateway.get(next).is(200).json().get("items").size()).isEqualTo(1);
    gateway.get("/batches?pageToken=AAAA").isProblem(422, "validation");
    gateway.get("/batches/unknown").isProblem(404, "batch-not-found");
  }

  private String workflow(int number) {
    return prefix + "-" + number;
  }

  private String status(int number) {
    return gateway.get("/workflows/" + workflow(number)).at("/status");
  }

  private String count(String more) {
    String filter = "WorkflowId STARTS_WITH '" + prefix + "'" + more;
    return gateway.get("/workflow-count?query=" + filter.replace(" ", "%20")).at("/count");
  }

  /** Starts a batch as soon as Temporal has done with the one before. */
  private Answer begin(String body, String... headers) {
    AtomicReference<Answer> answer = new AtomicReference<>();
    await()
        .atMost(PATIENCE)
        .until(() -> {
          Answer latest = gateway.post("/batches", body, headers);
          answer.set(latest);
          return latest.status() != 429;
        });
    return answer.get().is(202);
  }

  private Answer dryRun(String body) {
    return gateway.post("/batches?dryRun=true", body).is(200);
  }

  private JsonNode ended(Answer batch) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> gateway.get(batch.at("/links/self")).is(200).json(),
            now -> !now.get("state").asString().equals("RUNNING"));
  }

  private static String body(String which, String operation) {
    return "{" + which + ",\"operation\":{" + operation + "},\"reason\":\"a test\"}";
  }
}
