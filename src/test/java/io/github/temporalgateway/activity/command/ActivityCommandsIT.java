package io.github.temporalgateway.activity.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.activity.PollGateway;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Interfering with Activities, of Workflows and stand-alone ones. */
class ActivityCommandsIT extends PollGateway {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void heartbeatTellsOfPauseAndReset(boolean ofWorkflow) {
    String activity = started(ofWorkflow);
    JsonNode task = polled("{}");
    activity = ofWorkflow ? activity + task.get("activityId").asString() : activity;
    String token = task.get("taskToken").asString();

    Answer paused = gateway.post(activity + "/pause", "{\"reason\":\"look\"}").is(204);
    assertThat(paused.header("Temporal-Activity-Id")).isEqualTo(task.get("activityId").asString());
    assertThat(heartbeat(token).at("/paused")).isEqualTo("true");

    gateway.send("POST", activity + "/unpause").is(204);
    assertThat(heartbeat(token).at("/paused")).isEqualTo("false");

    gateway.post(activity + "/reset", "{\"keepPaused\":false}").is(204);
    assertThat(heartbeat(token).at("/reset")).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource({"unpause,2", "reset,1"})
  void pausedActivityIsHandedOutWhenItGoesOn(String command, int attempt) {
    String workflow = startedActivity("Charge", "7");
    JsonNode task = polled("{}");
    String activity = workflow + "/activities/" + task.get("activityId").asString();
    gateway.send("POST", activity + "/pause").is(204);
    gateway
        .post(
            "/activities/fail",
            "{\"taskToken\":\""
                + task.get("taskToken").asString()
                + "\",\"failure\":{\"message\":\"told to stop\"}}")
        .is(204);
    poll("2", "{}").is(204);
    assertThat(gateway.get(workflow).at("/pendingActivities/0/paused")).isEqualTo("true");

    gateway.post(activity + "/" + command, "{\"jitter\":\"10ms\"}").is(204);

    JsonNode again = polled("{}");
    assertThat(again.get("attempt").asInt()).isEqualTo(attempt);
    complete(again, "1");
    gateway.get(workflow + "/result?wait=20s").is(200);
    gateway.send("POST", activity + "/pause").isProblem(404, "activity-not-found");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void optionsAreChangedAndRestored(boolean ofWorkflow) {
    String activity = started(ofWorkflow);
    JsonNode task = polled("{}");
    activity = ofWorkflow ? activity + task.get("activityId").asString() : activity;

    Answer changed =
        gateway.patch(
            activity + "/options",
            "{\"startToCloseTimeout\":\"2m\",\"heartbeatTimeout\":\"70s\","
                + "\"taskQueue\":\"elsewhere\",\"priority\":{\"priorityKey\":2},"
                + "\"retryPolicy\":{\"maximumAttempts\":9,\"initialInterval\":\"3s\"}}");

    changed.is(200);
    assertThat(changed.at("/startToCloseTimeout")).isEqualTo("PT2M");
    assertThat(changed.at("/heartbeatTimeout")).isEqualTo("PT1M10S");
    assertThat(changed.at("/retryPolicy/maximumAttempts")).isEqualTo("9");
    assertThat(changed.at("/retryPolicy/initialInterval")).isEqualTo("PT3S");
    assertThat(changed.at("/taskQueue")).isEqualTo("elsewhere");
    assertThat(changed.at("/priority/priorityKey")).isEqualTo("2");
    Answer restored = gateway.patch(activity + "/options", "{\"restoreOriginal\":true}").is(200);
    assertThat(restored.at("/startToCloseTimeout")).isEqualTo(ofWorkflow ? "PT5M" : "PT1M");
    assertThat(restored.at("/taskQueue")).isEqualTo(queue);
    assertThat(restored.json().has("heartbeatTimeout")).isFalse();
  }

  @Test
  void closedActivityCannotBeCommanded() {
    String activity = started(false);
    complete(polled("{}"), "1");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> gateway.get(activity).at("/status").equals("COMPLETED"));

    gateway.send("POST", activity + "/reset").isProblem(409, "conflict");
    gateway.send("POST", activity + "/unpause").isProblem(409, "conflict");
    gateway
        .patch(activity + "/options", "{\"heartbeatTimeout\":\"1m\"}")
        .isProblem(409, "conflict");
  }

  @ParameterizedTest
  @CsvSource({"/workflows/unknown/activities/1", "/activities/unknown"})
  void unknownActivityIs404(String activity) {
    for (String command : new String[] {"pause", "unpause", "reset"}) {
      gateway.send("POST", activity + "/" + command).isProblem(404, "activity-not-found");
      gateway.post(activity + "/" + command, "{\"raeson\":\"x\"}").isProblem(422, "validation");
    }
    gateway
        .patch(activity + "/options", "{\"heartbeatTimeout\":\"1m\"}")
        .isProblem(404, "activity-not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'restoreOriginal':false}",
        "{'restoreOriginal':true,'heartbeatTimeout':'1m'}",
        "{'heartbeatTimeout':'soon'}",
        "{'taskQueue':''}",
        "{'retryPolicy':{}}",
        "{'retryPolicy':{'maximumAttempts':-1}}",
        "{'retryPolicy':{'nonRetryableErrorTypes':['X']}}",
        "{'priority':{'priorityKey':-1}}"
      })
  void badOptionsAre422(String body) {
    gateway.patch("/activities/any/options", body.replace('\'', '"')).isProblem(422, "validation");
  }

  /** Path of the Activity; that of a Workflow lacks its id. */
  private String started(boolean ofWorkflow) {
    if (ofWorkflow) {
      return startedActivity("Charge", "7") + "/activities/";
    }
    String id = id("commanded");
    String body =
        "{'activityType':'Charge','activityId':'%s','taskQueue':'%s','startToCloseTimeout':'1m'}"
            .formatted(id, queue);
    gateway.post("/activities", body.replace('\'', '"')).is(201);
    return "/activities/" + id;
  }

  private Answer heartbeat(String token) {
    return gateway.post("/activities/heartbeat", "{\"taskToken\":\"" + token + "\"}").is(200);
  }
}
