package io.github.temporalgateway.nexus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.samples.Sleep;
import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nexus Operations that stand alone, with a handler of Temporal's Java SDK. */
class NexusOperationsIT extends RealGateway {

  private static TemporalDevServer server;
  private static OwnGateway own;
  private static GatewayClient nexus;
  private static WorkflowServiceStubs service;
  private static WorkerFactory workers;

  @BeforeAll
  static void start() {
    server = TemporalDevServer.startWith("nexusoperation.enableStandalone=true");
    service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(server.target()).build());
    workers = WorkerFactory.newInstance(WorkflowClient.newInstance(service));
    Worker worker = workers.newWorker("nexus");
    worker.registerNexusServiceImplementation(new NexusGreeter.Impl());
    worker.registerWorkflowImplementationTypes(Sleep.Impl.class);
    workers.start();
    own = OwnGateway.start(server.target());
    nexus = own.client();
    nexus
        .post(
            "/nexus-endpoints",
            "{\"name\":\"greeter\",\"target\":{\"namespace\":\"default\",\"taskQueue\":\"nexus\"}}")
        .is(201);
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> {
          String result = post(body("greet", "'warm-up'", id("warm"))).at("/links/result");
          nexus.get(result + "&wait=5s").is(200);
        });
  }

  @AfterAll
  static void stop() {
    own.close();
    workers.shutdownNow();
    service.shutdownNow();
    server.close();
  }

  @Test
  void resultIsWhatTheHandlerReturned() {
    String id = id("greet");

    Answer started = post(body("greet", "'World'", id)).is(201);
    assertThat(started.header("Location")).isEqualTo(started.at("/links/self"));

    assertThat(nexus.get("/nexus-operations/" + id + "/result?wait=30s").is(200).text())
        .isEqualTo("\"Hello, World!\"");
    Answer described = nexus.get(started.header("Location")).is(200);
    assertThat(described.at("/status")).isEqualTo("COMPLETED");
    assertThat(described.at("/input")).isEqualTo("World");
    assertThat(described.at("/result")).isEqualTo("Hello, World!");
    assertThat(described.at("/endpoint") + described.at("/service") + described.at("/operation"))
        .isEqualTo("greeterNexusGreetergreet");
    assertThat(described.at("/summary")).isEqualTo("a test");
    assertThat(nexus.get("/nexus-operations/" + id + "/result").is(200).text())
        .isEqualTo("\"Hello, World!\"");

    post(body("greet", "'World'", id, "'idReusePolicy':'REJECT_DUPLICATE'"))
        .isProblem(409, "nexus-operation-already-started");
    post(body("greet", "'World'", id)).is(201);
  }

  @Test
  void failureSaysWhatHappened() {
    String id = id("refuse");
    post(body("refuse", "'me'", id)).is(201);

    Answer result =
        nexus
            .get("/nexus-operations/" + id + "/result?wait=30s")
            .isProblem(424, "nexus-operation-failed");

    assertThat(result.text()).contains("no greeting for me");
    assertThat(result.at("/operationId"))
        .isEqualTo(id)
        .isEqualTo(result.header("Temporal-Operation-Id"));
    assertThat(result.at("/runId"))
        .isEqualTo(nexus.get("/nexus-operations/" + id).at("/runId"))
        .isEqualTo(result.header("Temporal-Run-Id"));
    assertThat(nexus.get("/nexus-operations/" + id).is(200).at("/status")).isEqualTo("FAILED");
  }

  @Test
  void operationThatRunsCanBeCanceled() {
    String id = id("sleep");
    String path = "/nexus-operations/" + id;
    post(body("sleep", "3600", id)).is(201);

    Answer running = nexus.get(path + "/result?wait=1s").is(202);
    assertThat(running.header("Retry-After")).isEqualTo("1");
    assertThat(running.header("Location")).isEqualTo(running.at("/links/result"));
    post(body("sleep", "1", id)).isProblem(409, "nexus-operation-already-started");
    assertThat(
            post(body("sleep", "1", id, "'idConflictPolicy':'USE_EXISTING'")).is(200).at("/runId"))
        .isEqualTo(running.at("/runId"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> nexus.get(path).at("/state").equals("STARTED"));

    nexus.post(path + "/cancel", "{\"reason\":\"enough\"}").is(202);
    nexus.send("POST", path + "/cancel").is(202);

    nexus.get(path + "/result?wait=30s").isProblem(424, "nexus-operation-failed");
    Answer described = nexus.get(path).is(200);
    assertThat(described.at("/status")).isEqualTo("CANCELED");
    assertThat(described.at("/cancelRequested")).isEqualTo("true");
  }

  @Test
  void operationIsTerminatedAndDeleted() {
    String id = id("terminate");
    String path = "/nexus-operations/" + id;
    post(body("sleep", "3600", id)).is(201);

    nexus.post(path + "/terminate", "{\"reason\":\"enough\"}").is(204);

    assertThat(nexus.get(path + "/result").isProblem(424, "nexus-operation-failed").text())
        .contains("enough");
    nexus.send("POST", path + "/terminate").isProblem(409, "conflict");
    nexus.send("DELETE", path).is(202);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> nexus.get(path).isProblem(404, "nexus-operation-not-found"));
  }

  @Test
  void retryWithTheSameKeyStartsOnce() {
    String body = body("greet", "'World'", null);

    Answer first = post(body, "key-1").is(201);
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    Answer again = post(body, "key-1").is(200);
    nexus.get(first.at("/links/result") + "&wait=30s").is(200);
    Answer closed = post(body, "key-1").is(200);

    for (Answer replayed : List.of(again, closed)) {
      assertThat(replayed.at("/operationId")).isEqualTo(first.at("/operationId"));
      assertThat(replayed.at("/runId")).isEqualTo(first.at("/runId"));
      assertThat(replayed.header("Idempotent-Replayed")).isEqualTo("true");
    }
  }

  @Test
  void keyOfAnotherRequestIsRefused() {
    Answer first = post(body("sleep", "3600", null), "key-2").is(201);

    for (String other :
        List.of(
            body("sleep", "3601", null),
            body("greet", "3600", null),
            body("sleep", "3600", null, "'scheduleToCloseTimeout':'1h'"),
            body("sleep", "3600", first.at("/operationId"), "'idConflictPolicy':'USE_EXISTING'"))) {
      Answer refused = post(other, "key-2").isProblem(422, "idempotency-conflict");
      assertThat(refused.at("/operationId")).isEqualTo(first.at("/operationId"));
      assertThat(refused.header("Location")).isEqualTo(first.header("Location"));
    }
    nexus.send("POST", "/nexus-operations/" + first.at("/operationId") + "/terminate").is(204);
    post(body("sleep", "3601", null), "key-2").isProblem(422, "idempotency-conflict");
  }

  @Test
  void keyMeetsTheOperationOfSomebodyElse() {
    String id = id("met");
    Answer first = post(body("sleep", "3600", id)).is(201);

    post(body("sleep", "1", id), "key-3").isProblem(409, "nexus-operation-already-started");
    Answer met = post(body("sleep", "1", id, "'idConflictPolicy':'USE_EXISTING'"), "key-3").is(200);

    assertThat(met.at("/runId")).isEqualTo(first.at("/runId"));
    assertThat(met.header("Idempotent-Replayed")).isEmpty();
    nexus.send("POST", "/nexus-operations/" + id + "/terminate").is(204);
  }

  @Test
  void knownStateIs304UntilItChanges() {
    String path = "/nexus-operations/" + id("known");
    post(body("sleep", "3600", path.substring(path.lastIndexOf('/') + 1))).is(201);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> nexus.get(path).at("/state").equals("STARTED"));
    String etag = nexus.get(path).is(200).header("ETag");
    assertThat(nexus.get(path, "If-None-Match", etag).status()).isEqualTo(304);

    CompletableFuture<Answer> change =
        CompletableFuture.supplyAsync(() -> nexus.get(path + "?wait=40s", "If-None-Match", etag));
    nexus.send("POST", path + "/terminate").is(204);

    assertThat(change.join().is(200).at("/status")).isEqualTo("TERMINATED");
  }

  @Test
  void operationsAreListedAndCounted() {
    post(body("greet", "'a'", id("list"))).is(201);
    post(body("greet", "'b'", id("list"))).is(201);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(nexus.get("/nexus-operation-count").is(200).json().at("/count").asInt())
                .isGreaterThanOrEqualTo(2));
    Answer page = nexus.get("/nexus-operations?pageSize=1").is(200);
    assertThat(page.at("/items/0/endpoint")).isEqualTo("greeter");
    String link = page.header("Link");
    assertThat(nexus.get(link.substring(1, link.indexOf('>'))).is(200).at("/items/0/operationId"))
        .isNotEqualTo(page.at("/items/0/operationId"));
    nexus.get(page.at("/items/0/links/self")).is(200);
    assertThat(
            nexus
                .get("/nexus-operation-count?query=GROUP%20BY%20ExecutionStatus")
                .is(200)
                .json()
                .at("/groups")
                .size())
        .isPositive();
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    nexus.post("/nexus-operations", "{\"endpoint\":\"greeter\"}").isProblem(422, "validation");
    nexus
        .post(
            "/nexus-operations", "{\"endpoint\":\"absent\",\"service\":\"s\",\"operation\":\"o\"}")
        .isProblem(404, "nexus-endpoint-not-found");
    nexus.get("/nexus-operations?query=nonsense").isProblem(422, "invalid-query");
    nexus.get("/nexus-operation-count?query=nonsense").isProblem(422, "invalid-query");
    nexus.get("/nexus-operations?pageToken=AAAA").isProblem(422, "validation");
    String absent = "/nexus-operations/" + id("absent");
    for (Answer answer :
        List.of(
            nexus.get(absent),
            nexus.get(absent + "/result"),
            nexus.get(absent + "/result?wait=5s"),
            nexus.send("POST", absent + "/cancel"),
            nexus.send("POST", absent + "/terminate"),
            nexus.send("DELETE", absent))) {
      answer.isProblem(404, "nexus-operation-not-found");
      assertThat(answer.header("Temporal-Operation-Id")).isEqualTo(answer.at("/operationId"));
      assertThat(absent).endsWith("/" + answer.at("/operationId"));
      assertThat(answer.header("Temporal-Run-Id")).isEmpty();
    }
    for (Answer answer :
        List.of(
            nexus.get(absent + "?runId=x"),
            nexus.get(absent + "/result?runId=x"),
            nexus.send("POST", absent + "/cancel?runId=x"),
            nexus.send("DELETE", absent + "?runId=x"))) {
      assertThat(answer.isProblem(422, "validation").at("/errors/0/parameter")).isEqualTo("runId");
    }
  }

  @Test
  void serviceThatHasThemOffSaysSo() {
    for (Answer answer :
        List.of(
            gateway.post("/nexus-operations", body("greet", "1", null)),
            gateway.get("/nexus-operations"),
            gateway.get("/nexus-operation-count"),
            gateway.get("/nexus-operations/a"),
            gateway.get("/nexus-operations/a/result"),
            gateway.send("POST", "/nexus-operations/a/cancel"),
            gateway.send("POST", "/nexus-operations/a/terminate"),
            gateway.send("DELETE", "/nexus-operations/a"))) {
      answer.isProblem(501, "not-supported");
    }
  }

  private static Answer post(String body) {
    return nexus.post("/nexus-operations", body);
  }

  private static Answer post(String body, String key) {
    return nexus.post("/nexus-operations", body, "Idempotency-Key", key);
  }

  private static String body(
      String operation, String input, @Nullable String id, String... members) {
    StringBuilder body =
        new StringBuilder(
            "{'endpoint':'greeter','service':'NexusGreeter','summary':'a test','operation':'");
    body.append(operation).append("','input':").append(input);
    if (id != null) {
      body.append(",'operationId':'").append(id).append('\'');
    }
    for (String member : members) {
      body.append(',').append(member);
    }
    return body.append('}').toString().replace('\'', '"');
  }
}
