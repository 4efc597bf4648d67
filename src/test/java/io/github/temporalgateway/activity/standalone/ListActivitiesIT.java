package io.github.temporalgateway.activity.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding stand-alone Activities, and starts that are refused. */
class ListActivitiesIT extends RealGateway {

  @Test
  void listGoesThroughItsPagesAndCountCounts() {
    String type = id("Listed");
    for (int i = 0; i < 3; i++) {
      gateway.post("/activities", body(type, "'searchAttributes':{'CustomKeyword':'red'}")).is(201);
    }
    String query = "?query=" + encoded("ActivityType = '" + type + "' AND CustomKeyword = 'red'");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> gateway.get("/activity-count" + query).is(200).at("/count").equals("3"));

    Answer first = gateway.get("/activities" + query + "&pageSize=2").is(200);
    String next = first.header("Link").replaceAll("^<|>.*$", "");
    Answer second = gateway.get(next).is(200);

    Set<String> ids = new HashSet<>();
    first.json().get("items").forEach(item -> ids.add(item.get("activityId").asString()));
    second.json().get("items").forEach(item -> ids.add(item.get("activityId").asString()));
    assertThat(ids).hasSize(3);
    assertThat(second.json().has("nextPageToken")).isFalse();
    assertThat(first.at("/items/0/activityType")).isEqualTo(type);
    assertThat(first.at("/items/0/status")).isEqualTo("RUNNING");
    assertThat(first.at("/items/0/searchAttributes/CustomKeyword")).isEqualTo("red");
    gateway.get(first.at("/items/0/links/self")).is(200);
    String groups = "?query=" + encoded("ActivityType = '" + type + "' GROUP BY ExecutionStatus");
    Answer grouped = gateway.get("/activity-count" + groups).is(200);
    assertThat(grouped.at("/groups/0/values/0")).isEqualTo("Running");
    assertThat(grouped.at("/groups/0/count")).isEqualTo("3");
  }

  @Test
  void badQueryAndBadTokenAre422() {
    gateway.get("/activities?query=Nonsense").isProblem(422, "invalid-query");
    gateway.get("/activity-count?query=Nonsense").isProblem(422, "invalid-query");
    gateway.get("/activities?pageToken=eHg").isProblem(422, "validation");
    gateway.get("/activities?pageSize=0").isProblem(422, "validation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'activityType':'X'}",
        "{'activityType':' ','taskQueue':'q','startToCloseTimeout':'1m'}",
        "{'activityType':'X','taskQueue':'','startToCloseTimeout':'1m'}",
        "{'activityType':'X','taskQueue':'q','activityId':'','startToCloseTimeout':'1m'}",
        "{'activityType':'X','taskQueue':'q','startToCloseTimeout':'1m','input':1,'args':[]}",
        "{'activityType':'X','taskQueue':'q','startToCloseTimeout':'soon'}",
        "{'activityType':'X','taskQueue':'q','startToCloseTimeout':'1m','idConflictPolicy':'TERMINATE_EXISTING'}",
        "{'activityType':'X','taskQueue':'q','startToCloseTimeout':'1m','retryPolicy':{'maximumAttempts':-1}}",
        "{'activityType':'X','taskQueue':'q','startToCloseTimeout':'1m','searchAttributes':{'Nope':1}}",
        "{'activityType':'X','taskQueue':'q','startToCloseTimeout':'1m','workflowId':'x'}"
      })
  void badStartIs422(String body) {
    gateway.post("/activities", body.replace('\'', '"')).isProblem(422, "validation");
  }

  @Test
  void startWithoutTimeoutIsRefusedByTemporal() {
    gateway
        .post("/activities", "{\"activityType\":\"X\",\"taskQueue\":\"q\"}")
        .isProblem(422, "invalid-argument");
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private static String body(String type, String members) {
    return ("{'activityType':'"
            + type
            + "','taskQueue':'nobody','startToCloseTimeout':'1m',"
            + members
            + "}")
        .replace('\'', '"');
  }
}
