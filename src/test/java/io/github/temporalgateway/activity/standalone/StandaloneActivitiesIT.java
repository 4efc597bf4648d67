package io.github.temporalgateway.activity.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.activity.PollGateway;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The life of Activities without a Workflow. */
class StandaloneActivitiesIT extends PollGateway {

  private static final String EXACT = "{\"b\":1.10,\"a\":12345678901234567890}";

  private String id = "";
  private String activity = "";

  @BeforeEach
  void chooseId() {
    id = id("alone");
    activity = "/activities/" + id;
  }

  @Test
  void startedActivityIsDescribedWorkedOnAndReturns() {
    Answer started =
        start("'summary':'One card','heartbeatTimeout':'30s','retryPolicy':{'maximumAttempts':3}");

    started.is(201);
    assertThat(started.header("Location")).isEqualTo(started.at("/links/self"));
    assertThat(started.header("Temporal-Activity-Id")).isEqualTo(id);
    assertThat(started.at("/status")).isEqualTo("RUNNING");
    assertThat(started.at("/started")).isEqualTo("true");
    Answer described = gateway.get(started.header("Location")).is(200);
    assertThat(described.at("/runId")).isEqualTo(started.at("/runId"));
    assertThat(described.at("/activityType")).isEqualTo("Charge");
    assertThat(described.at("/taskQueue")).isEqualTo(queue);
    assertThat(described.at("/status")).isEqualTo("RUNNING");
    assertThat(described.at("/runState")).isEqualTo("SCHEDULED");
    assertThat(described.at("/startToCloseTimeout")).isEqualTo("PT1M");
    assertThat(described.at("/heartbeatTimeout")).isEqualTo("PT30S");
    assertThat(described.at("/retryPolicy/maximumAttempts")).isEqualTo("3");
    assertThat(described.at("/summary")).isEqualTo("One card");
    gateway.get(activity + "/result").is(202);

    JsonNode task = polled("{}");
    assertThat(task.get("activityId").asString()).isEqualTo(id);
    assertThat(task.get("runId").asString()).isEqualTo(started.at("/runId"));
    assertThat(task.has("workflowId") || task.has("workflowType")).isFalse();
    assertThat(task.get("input").toString()).isEqualTo("7");
    complete(task, EXACT);

    assertThat(gateway.get(started.at("/links/result") + "&wait=20s").is(200).text())
        .isEqualTo(EXACT);
    Answer closed = gateway.get(activity).is(200);
    assertThat(closed.at("/status")).isEqualTo("COMPLETED");
    assertThat(closed.at("/closeTime")).isNotEmpty();
  }

  @Test
  void startWaitsForTheResult() {
    CompletableFuture<Answer> start =
        CompletableFuture.supplyAsync(() -> start("'headers':{}", "?wait=40s"));
    complete(polled("{}"), EXACT);

    Answer answer = start.join().is(200);

    assertThat(answer.text()).contains("\"result\":" + EXACT);
    assertThat(answer.at("/status")).isEqualTo("COMPLETED");
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=40");
  }

  @Test
  void waitThatElapsesIs202() {
    Answer start = start("'startDelay':'1h'", "?wait=1s").is(202);

    assertThat(start.header("Location")).isEqualTo(start.at("/links/result"));
    assertThat(start.header("Retry-After")).isNotEmpty();
    Answer result = gateway.get(activity + "/result?wait=2s").is(202);
    assertThat(result.at("/status")).isEqualTo("RUNNING");
  }

  @Test
  void idThatIsTakenIs409UnlessItMayBeMet() {
    Answer first = start("").is(201);

    Answer second = start("'summary':'again'");

    second.isProblem(409, "activity-already-started");
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    Answer met = start("'idConflictPolicy':'USE_EXISTING'").is(200);
    assertThat(met.at("/runId")).isEqualTo(first.at("/runId"));
    assertThat(met.at("/started")).isEqualTo("false");
    complete(polled("{}"), "1");
    gateway.get(activity + "/result?wait=20s").is(200);
    start("'idReusePolicy':'REJECT_DUPLICATE'").isProblem(409, "activity-already-started");
    Answer next = start("").is(201);
    assertThat(next.at("/runId")).isNotEqualTo(first.at("/runId"));
    assertThat(gateway.get(first.header("Location")).is(200).at("/status")).isEqualTo("COMPLETED");
  }

  @Test
  void startWithOneKeyHappensOnce() {
    String key = id("key");
    Answer first = startWithKey(key, "7").is(201);

    Answer again = startWithKey(key, "7").is(200);

    assertThat(again.at("/activityId")).isEqualTo(first.at("/activityId"));
    assertThat(again.at("/runId")).isEqualTo(first.at("/runId"));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    startWithKey(key, "8").isProblem(422, "idempotency-conflict");
    complete(polled("{}"), "1");
    gateway.get(first.at("/links/result") + "&wait=20s").is(200);
    assertThat(startWithKey(key, "7").is(200).at("/status")).isEqualTo("COMPLETED");
  }

  @Test
  void failureIs424WithTheFailure() {
    Answer started = start("").is(201);
    String token = polled("{}").get("taskToken").asString();
    gateway
        .post(
            "/activities/fail",
            ("{'taskToken':'"
                    + token
                    + "','failure':{'message':'no','type':'Declined',"
                    + "'nonRetryable':true,'details':[1.10]}}")
                .replace('\'', '"'))
        .is(204);

    Answer result = gateway.get(activity + "/result?wait=20s");

    result.isProblem(424, "activity-failed");
    assertThat(result.at("/failure/type")).isEqualTo("Declined");
    assertThat(result.at("/activityId"))
        .isEqualTo(id)
        .isEqualTo(result.header("Temporal-Activity-Id"));
    assertThat(result.at("/runId"))
        .isEqualTo(started.at("/runId"))
        .isEqualTo(result.header("Temporal-Run-Id"));
    assertThat(result.text()).contains("1.10");
    assertThat(gateway.get(activity).at("/status")).isEqualTo("FAILED");
  }

  @Test
  void timeoutIs424() {
    start("'scheduleToStartTimeout':'1s'").is(201);

    gateway.get(activity + "/result?wait=20s").isProblem(424, "activity-timed-out");
  }

  @Test
  void cancellationReachesTheHeartbeat() {
    start("").is(201);
    String token = "{\"taskToken\":\"" + polled("{}").get("taskToken").asString() + "\"}";
    gateway.post(activity + "/cancel", "{\"reason\":\"gone\"}").is(202);
    gateway.send("POST", activity + "/cancel").is(202);

    assertThat(gateway.get(activity).at("/canceledReason")).isEqualTo("gone");
    assertThat(gateway.post("/activities/heartbeat", token).is(200).at("/cancelRequested"))
        .isEqualTo("true");
    gateway.post("/activities/cancel", token).is(204);

    gateway.get(activity + "/result?wait=20s").isProblem(424, "activity-canceled");
    gateway.send("POST", activity + "/cancel").is(202);
  }

  @Test
  void terminationEndsItAtOnce() {
    start("").is(201);

    gateway.post(activity + "/terminate", "{\"reason\":\"broken\"}").is(204);

    Answer result = gateway.get(activity + "/result");
    result.isProblem(424, "activity-terminated");
    assertThat(result.at("/detail")).isEqualTo("broken");
    gateway.send("POST", activity + "/terminate").isProblem(409, "conflict");
  }

  @Test
  void deletedActivityIsGone() {
    start("").is(201);

    gateway.send("DELETE", activity).is(202);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> gateway.get(activity).isProblem(404, "activity-not-found"));
  }

  @Test
  void knownStateIs304() {
    start("'startDelay':'1h'").is(201);
    String etag = gateway.get(activity).is(200).header("ETag");

    assertThat(gateway.get(activity, "If-None-Match", etag).status()).isEqualTo(304);

    gateway.send("POST", activity + "/terminate").is(204);
    gateway.get(activity, "If-None-Match", etag).is(200);
  }

  @Test
  void changeOfStateEndsTheWait() {
    start("'startDelay':'1h'").is(201);
    String etag = gateway.get(activity).is(200).header("ETag");
    assertThat(gateway.get(activity + "?wait=1s", "If-None-Match", etag).status()).isEqualTo(304);

    CompletableFuture<Answer> change =
        CompletableFuture.supplyAsync(
            () -> gateway.get(activity + "?wait=40s", "If-None-Match", etag));
    gateway.send("POST", activity + "/terminate").is(204);

    assertThat(change.join().is(200).at("/status")).isEqualTo("TERMINATED");
  }

  @ParameterizedTest
  @CsvSource({"GET,''", "GET,/result", "POST,/cancel", "POST,/terminate", "DELETE,''"})
  void unknownActivityIs404(String method, String below) {
    Answer unknown =
        gateway.send(method, "/activities/unknown" + below).isProblem(404, "activity-not-found");

    assertThat(unknown.at("/activityId")).isEqualTo("unknown");
    assertThat(unknown.header("Temporal-Activity-Id")).isEqualTo("unknown");
    assertThat(unknown.header("Temporal-Run-Id")).isEmpty();
    gateway.send(method, activity + below + "?runId=x").isProblem(422, "validation");
  }

  private Answer start(String members) {
    return start(members, "");
  }

  private Answer start(String members, String query) {
    String body =
        "{'activityType':'Charge','activityId':'%s','taskQueue':'%s','input':7,%s'startToCloseTimeout':'1m'}"
            .formatted(id, queue, members.isEmpty() ? "" : members + ",");
    return gateway.post("/activities" + query, body.replace('\'', '"'));
  }

  private Answer startWithKey(String key, String input) {
    String body =
        "{'activityType':'Charge','taskQueue':'%s','input':%s,'startToCloseTimeout':'1m'}"
            .formatted(queue, input);
    return gateway.post("/activities", body.replace('\'', '"'), "Idempotency-Key", key);
  }
}
