package io.github.temporalgateway.schedule;

import static io.github.temporalgateway.schedule.SchedulesInTests.YEARLY;
import static io.github.temporalgateway.schedule.SchedulesInTests.body;
import static io.github.temporalgateway.schedule.SchedulesInTests.bodyOf;
import static io.github.temporalgateway.schedule.SchedulesInTests.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a caller sees of Schedules: creating, acting, reading, listing, deleting. */
class SchedulesIT extends RealGateway {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void scheduleStartsWorkflowsAtItsTimes() {
    String id = id("acts");
    Answer created =
        created(gateway, id, "'intervals':[{'every':'1s'}]", "'state':{'remainingActions':2}");

    assertThat(created.header("Location")).isEqualTo("/schedules/" + id);
    assertThat(created.header("ETag")).matches("\"[A-Za-z0-9_-]+\\.[0-9a-f]{16}\"");
    Answer done =
        await()
            .atMost(PATIENCE)
            .until(
                () -> gateway.get("/schedules/" + id),
                answer -> answer.at("/info/actionCount").equals("2"));
    assertThat(done.at("/state/remainingActions")).isEqualTo("0");
    JsonNode action = done.json().at("/info/recentActions/0");
    String workflowId = action.get("workflowId").asString();
    assertThat(workflowId).startsWith(id + "-");
    assertThat(gateway.get("/workflows/" + workflowId + "/result?wait=20s").is(200).text())
        .isEqualTo("1.10");
    gateway.send("DELETE", "/schedules/" + id).is(204);
  }

  @Test
  void everythingThatIsSetIsShown() {
    String id = id("full");
    String action =
        "{'workflowType':'Echo','workflowId':'"
            + id
            + "-run','taskQueue':'samples','args':[1.10,{'b':1,'a':2}],'executionTimeout':'P1D',"
            + "'runTimeout':'1h','taskTimeout':'10s','retryPolicy':{'initialInterval':'2s',"
            + "'backoffCoefficient':1.5,'maximumInterval':'PT1M','maximumAttempts':3,"
            + "'nonRetryableErrorTypes':['No']},'memo':{'m':[1]},"
            + "'searchAttributes':{'CustomKeyword':'x'},'summary':'short','details':'long',"
            + "'priority':{'priorityKey':2},'versioningOverride':{'autoUpgrade':true},"
            + "'headers':{'tenant':'t'}}";
    String body =
        bodyOf(
            action,
            "'intervals':[{'every':'PT2H','offset':'5m'}],"
                + "'calendars':[{'hour':'9-17/2','dayOfWeek':'MON-FRI','comment':'office'}],"
                + "'cron':['0 12 * * SUN'],'excluding':[{'month':'12','dayOfMonth':'24-26'}],"
                + "'timeZone':'Europe/Berlin','jitter':'30s',"
                + "'startAt':'2030-01-01T00:00:00Z','endAt':'2031-01-01T00:00:00+01:00'",
            "'scheduleId':'" + id + "'",
            "'policies':{'overlap':'BUFFER_ONE','catchupWindow':'PT10M','pauseOnFailure':true,"
                + "'keepOriginalWorkflowId':true}",
            "'state':{'paused':true,'note':'not yet','remainingActions':5}",
            "'memo':{'owner':{'team':'a'}}",
            "'searchAttributes':{'CustomInt':7}");

    gateway.post("/schedules", body).is(201);

    Answer answer = gateway.get("/schedules/" + id).is(200);
    assertThat(answer.text()).contains("\"args\":[1.10,{\"b\":1,\"a\":2}]");
    JsonNode shown = answer.json();
    assertThat(shown.get("spec").toString())
        .isEqualTo(
            ("{'intervals':[{'every':'PT2H','offset':'PT5M'}],'calendars':[{'second':'0',"
                    + "'minute':'0','hour':'9-17/2','dayOfMonth':'*','month':'*',"
                    + "'dayOfWeek':'1-5','comment':'office'},{'second':'0','minute':'0',"
                    + "'hour':'12','dayOfMonth':'*','month':'*','dayOfWeek':'0'}],"
                    + "'excluding':[{'second':'0','minute':'0','hour':'0',"
                    + "'dayOfMonth':'24-26','month':'12','dayOfWeek':'*'}],"
                    + "'timeZone':'Europe/Berlin','jitter':'PT30S',"
                    + "'startAt':'2030-01-01T00:00:00Z','endAt':'2030-12-31T23:00:00Z'}")
                .replace('\'', '"'));
    assertThat(shown.get("action").toString())
        .isEqualTo(
            action
                .replace("[1.10,", "[1.1,")
                .replace("'P1D'", "'PT24H'")
                .replace("'1h'", "'PT1H'")
                .replace("'10s'", "'PT10S'")
                .replace("'2s'", "'PT2S'")
                .replace('\'', '"'));
    assertThat(shown.get("policies").toString())
        .isEqualTo(
            "{'overlap':'BUFFER_ONE','catchupWindow':'PT10M','pauseOnFailure':true,'keepOriginalWorkflowId':true}"
                .replace('\'', '"'));
    assertThat(shown.get("state").toString())
        .isEqualTo("{'paused':true,'note':'not yet','remainingActions':5}".replace('\'', '"'));
    assertThat(shown.at("/memo/owner/team").asString()).isEqualTo("a");
    assertThat(shown.at("/searchAttributes/CustomInt").asInt()).isEqualTo(7);
  }

  @Test
  void scheduleWithoutIdGetsOneAndAnUnchangedOneIs304() {
    Answer created = gateway.post("/schedules", body(YEARLY)).is(201);

    assertThat(created.at("/scheduleId")).matches("[0-9a-f-]{36}");
    Answer described = gateway.get(created.at("/links/self")).is(200);
    assertThat(described.at("/namespace")).isEqualTo("default");
    gateway.get(created.at("/links/self"), "If-None-Match", described.header("ETag")).is(304);
    gateway.get("/namespaces/default" + created.at("/links/self")).is(200);
  }

  @Test
  void takenIdIs409AndNamesTheSchedule() {
    String id = id("taken");
    created(gateway, id, YEARLY);

    Answer again = gateway.post("/schedules", body(YEARLY, "'scheduleId':'" + id + "'"));

    again.isProblem(409, "schedule-already-exists");
    assertThat(again.header("Location")).isEqualTo("/schedules/" + id);
    assertThat(again.text()).doesNotContain("temporal-sys");
    gateway
        .post("/schedules", body(YEARLY, "'scheduleId':'" + id + "'"), "Idempotency-Key", id)
        .isProblem(409, "schedule-already-exists");
  }

  @Test
  void oneKeyCreatesOneSchedule() {
    String key = id("key");

    Answer first = gateway.post("/schedules", body(YEARLY), "Idempotency-Key", key).is(201);
    Answer retry = gateway.post("/schedules", body(YEARLY), "Idempotency-Key", key).is(201);

    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(retry.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(retry.at("/scheduleId")).isEqualTo(first.at("/scheduleId"));
    assertThat(first.text()).doesNotContain("idempotency");
    gateway
        .post("/schedules", body("'intervals':[{'every':'1h'}]"), "Idempotency-Key", key)
        .isProblem(422, "idempotency-conflict");
  }

  @Test
  void listsPageAndCountsFollowTheQuery() {
    String mark = id("mark");
    for (int i = 0; i < 3; i++) {
      created(
          gateway,
          mark + i,
          YEARLY,
          "'searchAttributes':{'CustomKeyword':'" + mark + "'}",
          "'state':{'paused':true,'note':'n'}");
    }
    String query = "query=CustomKeyword%3D'" + mark + "'";
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(gateway.get("/schedule-count?" + query).is(200).at("/count"))
                .isEqualTo("3"));

    Answer page = gateway.get("/schedules?pageSize=2&" + query).is(200);

    assertThat(page.json().get("items").size()).isEqualTo(2);
    JsonNode item = page.json().at("/items/0");
    assertThat(item.get("workflowType").asString()).isEqualTo("Echo");
    assertThat(item.get("paused").asBoolean()).isTrue();
    assertThat(item.get("note").asString()).isEqualTo("n");
    assertThat(item.at("/futureActionTimes/0").asString()).endsWith("-01-01T00:00:00Z");
    gateway.get(item.at("/links/self").asString()).is(200);
    String next = page.header("Link").replaceFirst("<(.*)>; rel=\"next\"", "$1");
    assertThat(gateway.get(next).is(200).json().get("items").size()).isEqualTo(1);
    gateway.get("/schedules?query=x%20y").isProblem(422, "invalid-query");
    gateway.get("/schedule-count?query=x%20y").isProblem(422, "invalid-query");
    gateway.get("/schedules?pageToken=AAAA").isProblem(422, "validation");
    gateway.get("/schedules?pageSize=0").isProblem(422, "validation");
  }

  @Test
  void deletedScheduleIsGone() {
    String id = id("delete");
    created(gateway, id, YEARLY);

    gateway.send("DELETE", "/schedules/" + id).is(204);

    gateway.send("DELETE", "/schedules/" + id).isProblem(404, "schedule-not-found");
    Answer gone = gateway.get("/schedules/" + id);
    gone.isProblem(404, "schedule-not-found");
    assertThat(gone.text()).doesNotContain("temporal-sys");
    SchedulesInTests.put(gateway, "/schedules/" + id, body(YEARLY))
        .isProblem(404, "schedule-not-found");
  }

  @Test
  void anyIdTravelsInPaths() {
    String id = id("a/b ü;c");

    Answer created = created(gateway, id, YEARLY);

    assertThat(created.at("/links/self")).startsWith("/schedules/~");
    assertThat(gateway.get(created.at("/links/self")).is(200).at("/scheduleId")).isEqualTo(id);
  }
}
