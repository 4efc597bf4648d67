package io.github.temporalgateway.taskqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Workers as their own heartbeats describe them. */
class WorkersIT extends RealGateway {

  private final String queue = id("heartbeats");
  private final String ofQueue =
      "query=" + URLEncoder.encode("TaskQueue = '" + queue + "'", StandardCharsets.UTF_8);
  private QueueWorker first;
  private QueueWorker second;

  @BeforeEach
  void start(TemporalDevServer server) {
    first = QueueWorker.unversioned(server.target(), queue, "first");
    second = QueueWorker.unversioned(server.target(), queue, "second");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> gateway.get("/worker-count?" + ofQueue).is(200).json().at("/count").asInt() == 2);
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  @Test
  void workersAreListedInPages() {
    Answer page = gateway.get("/workers?pageSize=1&" + ofQueue).is(200);

    assertThat(page.json().at("/items").size()).isEqualTo(1);
    JsonNode worker = page.json().at("/items/0");
    assertThat(worker.get("taskQueue").asString()).isEqualTo(queue);
    assertThat(worker.get("identity").asString()).isIn("first", "second");
    assertThat(worker.get("status").asString()).isEqualTo("RUNNING");
    assertThat(worker.get("sdkName").asString()).isEqualTo("temporal-java");
    assertThat(Instant.parse(worker.get("startTime").asString())).isBefore(Instant.now());

    String link = page.header("Link");
    assertThat(link).contains("query=TaskQueue").contains("pageToken=" + page.at("/nextPageToken"));
    Answer next = gateway.get(link.substring(1, link.indexOf('>'))).is(200);
    assertThat(next.at("/items/0/identity"))
        .isIn("first", "second")
        .isNotEqualTo(worker.get("identity").asString());
  }

  @Test
  void workerTellsHowBusyItIs() {
    String link = gateway.get("/workers?" + ofQueue).is(200).at("/items/0/link");

    JsonNode worker = gateway.get(link).is(200).json();

    assertThat(worker.at("/worker/taskQueue").asString()).isEqualTo(queue);
    assertThat(worker.at("/worker/link").asString()).isEqualTo(link);
    assertThat(worker.at("/workflowTasks/available").asInt()).isPositive();
    assertThat(worker.at("/workflowTasks/supplier").asString()).isEqualTo("Fixed");
    assertThat(worker.at("/workflowPolls/pollers").asInt()).isPositive();
    assertThat(Instant.parse(worker.at("/heartbeatTime").asString()))
        .isAfter(Instant.now().minusSeconds(60));
    assertThat(gateway.get("/namespaces/default" + link).is(200).at("/worker/link"))
        .isEqualTo("/namespaces/default" + link);
  }

  @Test
  void queryMayNameAnythingThatAWorkerHas() {
    String query =
        URLEncoder.encode(
            "TaskQueue = '" + queue + "' AND WorkerIdentity = 'second'", StandardCharsets.UTF_8);

    assertThat(gateway.get("/worker-count?query=" + query).is(200).at("/count")).isEqualTo("1");
    gateway.get("/workers?query=TaskQueue%20%3D").isProblem(422, "invalid-query");
    gateway.get("/worker-count?query=TaskQueue%20%3D").isProblem(422, "invalid-query");
    gateway.get("/workers?includeSystemWorkers=maybe").isProblem(422, "validation");
    gateway.get("/workers?pageSize=0").isProblem(422, "validation");
  }

  @Test
  void workerThatNobodyKnowsIs404() {
    gateway.get("/workers/" + id("nobody")).isProblem(404, "worker-not-found");
  }
}
