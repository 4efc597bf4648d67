package io.github.temporalgateway.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a Worker gets that polls over HTTP. */
class PollTasksIT extends PollGateway {

  private static final String EXACT = "{\"b\":1.10,\"a\":12345678901234567890}";

  @Test
  void taskHasAllThatTheWorkerNeeds() {
    Instant before = Instant.now().minusSeconds(60);
    String workflow = startedActivity("Charge", EXACT, "'heartbeatSeconds':90");

    Answer answer = poll("30", "{'types':['Charge'],'identity':'till-7'}").is(200);

    assertThat(answer.text()).contains("\"input\":" + EXACT);
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=30");
    JsonNode task = answer.json().at("/items/0");
    assertThat(task.get("taskToken").asString()).matches("[A-Za-z0-9_-]+");
    assertThat(task.get("activityType").asString()).isEqualTo("Charge");
    assertThat(task.get("activityId").asString()).isNotEmpty();
    assertThat(workflow).endsWith(task.get("workflowId").asString());
    assertThat(gateway.get(workflow).at("/runId")).isEqualTo(task.get("runId").asString());
    assertThat(task.get("workflowType").asString()).isEqualTo("AnyActivity");
    assertThat(task.get("attempt").asInt()).isEqualTo(1);
    assertThat(Instant.parse(task.get("scheduledTime").asString())).isAfter(before);
    assertThat(Instant.parse(task.get("startedTime").asString())).isAfter(before);
    assertThat(task.get("startToCloseTimeout").asString()).isEqualTo("PT5M");
    assertThat(task.get("heartbeatTimeout").asString()).isEqualTo("PT1M30S");
    assertThat(task.has("scheduleToCloseTimeout")).isFalse();
    assertThat(task.has("heartbeatDetails")).isFalse();
    assertThat(gateway.get(workflow).at("/pendingActivities/0/lastWorkerIdentity"))
        .isEqualTo("till-7");
    complete(task, EXACT);
    assertThat(gateway.get(workflow + "/result?wait=20s").is(200).text()).isEqualTo(EXACT);
  }

  @Test
  void nothingToDoIs204() {
    Instant start = Instant.now();
    String path = "/task-queues/" + queue + "/activities/poll";

    assertThat(gateway.send("POST", path).is(204).text()).isEmpty();
    assertThat(poll("3", "{}").is(204).header("Preference-Applied")).isEqualTo("wait=3");

    assertThat(Duration.between(start, Instant.now()))
        .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(20));
  }

  @Test
  void pollWaitsForTheTask() {
    CompletableFuture<Answer> poll =
        CompletableFuture.supplyAsync(() -> poll("40", "{}"), Thread::startVirtualThread);
    String workflow = startedActivity("Charge", "");

    JsonNode task = poll.join().is(200).json().at("/items/0");

    assertThat(task.has("input") || task.has("args")).isFalse();
    complete(task, "null");
    gateway.get(workflow + "/result?wait=20s").is(200);
  }

  @Test
  void failedTaskComesAgainWithTheLastHeartbeat() {
    String workflow = startedActivity("Charge", "1");
    String token = polled("{}").get("taskToken").asString();
    gateway
        .post("/activities/heartbeat", "{\"taskToken\":\"" + token + "\",\"details\":{\"n\":1.0}}")
        .is(200);

    gateway
        .post(
            "/activities/fail",
            "{\"taskToken\":\"" + token + "\",\"failure\":{\"message\":\"once more\"}}")
        .is(204);

    JsonNode again = polled("{}");
    assertThat(again.get("attempt").asInt()).isEqualTo(2);
    assertThat(again.get("heartbeatDetails").toString()).isEqualTo("[{\"n\":1.0}]");
    complete(again, "2");
    gateway.get(workflow + "/result?wait=20s").is(200);
  }

  @Test
  void taskOfAnotherTypeIsLeftToOthers() {
    String workflow = startedActivity("Refund", "1");

    assertThat(poll("2", "{'types':['Charge','Void'],'max':2}").status()).isEqualTo(204);

    JsonNode pending = gateway.get(workflow).json().at("/pendingActivities/0");
    assertThat(pending.at("/lastFailure/type").asString()).isEqualTo("UnsupportedActivityType");
    assertThat(pending.at("/lastFailure/message").asString()).contains("Charge, Void");
    gateway.post(workflow + "/terminate", "{}").is(204);
  }

  @Test
  void pollTakesAsManyAsItWants() {
    List<String> workflows = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      workflows.add(startedActivity("Charge", "1"));
    }
    List<JsonNode> tasks = new ArrayList<>();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          Answer answer = poll("5", "{'max':3}");
          if (answer.status() == 200) {
            List<JsonNode> items = answer.json().get("items").valueStream().toList();
            assertThat(items).hasSizeLessThanOrEqualTo(3);
            tasks.addAll(items);
          }
          return tasks.size() == 4;
        });
    tasks.forEach(task -> complete(task, "1"));

    workflows.forEach(workflow -> gateway.get(workflow + "/result?wait=20s").is(200));
    assertThat(tasks).extracting(task -> task.get("attempt").asInt()).containsOnly(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'types':[]}",
        "{'types':['']}",
        "{'types':[null]}",
        "{'types':'Charge'}",
        "{'max':0}",
        "{'max':101}",
        "{'max':1.5}",
        "{'identity':''}",
        "{'queue':'x'}",
        "[]"
      })
  void badPollIs422(String body) {
    poll("", body).isProblem(422, "validation");
  }

  @Test
  void badQueueIs422() {
    gateway.post("/task-queues/%00/activities/poll", "{}").isProblem(400, "malformed-request");
    gateway.post("/task-queues/~AQ/activities/poll", "{}").isProblem(422, "validation");
    gateway
        .post("/task-queues/~" + "YWFh".repeat(340) + "/activities/poll", "{}")
        .isProblem(422, "validation");
    gateway.get("/task-queues/any/activities/poll").isProblem(405, "method-not-allowed");
  }
}
