package io.github.temporalgateway.schedule;

import static io.github.temporalgateway.schedule.SchedulesInTests.YEARLY;
import static io.github.temporalgateway.schedule.SchedulesInTests.body;
import static io.github.temporalgateway.schedule.SchedulesInTests.bodyOf;
import static io.github.temporalgateway.schedule.SchedulesInTests.created;
import static io.github.temporalgateway.schedule.SchedulesInTests.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Editors of one Schedule do not overwrite each other. */
class ReplaceScheduleIT extends RealGateway {

  private static final int EDITORS = 12;

  private String schedule = "";
  private String etag = "";

  @BeforeEach
  void create() {
    String id = id("edit");
    Answer created =
        created(
            gateway,
            id,
            YEARLY,
            "'policies':{'overlap':'ALLOW_ALL'}",
            "'state':{'paused':true,'note':'wait','remainingActions':3}",
            "'memo':{'k':'v'}",
            "'searchAttributes':{'CustomKeyword':'" + id + "'}");
    schedule = "/schedules/" + id;
    etag = created.header("ETag");
  }

  @Test
  void whatIsNotNamedStays() {
    String edit = bodyOf("{'workflowType':'Fail','taskQueue':'q'}", "'intervals':[{'every':'1h'}]");

    JsonNode after = put(gateway, schedule, edit).is(200).json();

    assertThat(after.at("/action/workflowType").asString()).isEqualTo("Fail");
    assertThat(after.at("/action/args").isMissingNode()).isTrue();
    assertThat(after.get("spec").toString()).isEqualTo("{\"intervals\":[{\"every\":\"PT1H\"}]}");
    assertThat(after.at("/policies/overlap").asString()).isEqualTo("ALLOW_ALL");
    assertThat(after.at("/state/paused").asBoolean()).isTrue();
    assertThat(after.at("/state/remainingActions").asInt()).isEqualTo(3);
    assertThat(after.at("/memo/k").asString()).isEqualTo("v");
    assertThat(after.at("/searchAttributes/CustomKeyword").asString()).startsWith("edit-");
  }

  @Test
  void whatWasReadCanBeSentBackWithoutLoss() {
    String bytes = payload("binary/plain", "\u0000\u0001", "");
    String message =
        payload("json/protobuf", "{\"a\":1}", ",'messageType':'" + base64("x.Y") + "'");
    String lookAlike = payload("json/plain", "{\"$payload\":1}", "");
    String action =
        "{'workflowType':'Echo','taskQueue':'samples','args':[1.10,null,%s,%s,%s],'memo':{'m':%s},"
            + "'headers':{'h':%s}}";
    String edit = bodyOf(action.formatted(bytes, message, lookAlike, bytes, bytes), YEARLY);
    JsonNode read = put(gateway, schedule, edit).is(200).json();

    String sentBack = "{\"spec\":" + read.get("spec") + ",\"action\":" + read.get("action") + "}";
    JsonNode after = put(gateway, schedule, sentBack).is(200).json();

    assertThat(read.at("/action/args/2")).isEqualTo(tree(bytes));
    assertThat(read.at("/action/args/3")).isEqualTo(tree(message));
    assertThat(read.at("/action/args/4")).isEqualTo(tree(lookAlike));
    assertThat(after.get("action")).isEqualTo(read.get("action"));
  }

  @Test
  void whatIsNamedIsReplaced() {
    JsonNode after =
        put(
                gateway,
                schedule,
                body(
                    YEARLY,
                    "'policies':{'pauseOnFailure':true}",
                    "'state':{}",
                    "'memo':{'k':'v'}",
                    "'searchAttributes':{}"))
            .is(200)
            .json();

    assertThat(after.at("/policies/overlap").asString()).isEqualTo("SKIP");
    assertThat(after.at("/policies/pauseOnFailure").asBoolean()).isTrue();
    assertThat(after.at("/state/paused").asBoolean()).isFalse();
    assertThat(after.at("/state/note").isMissingNode()).isTrue();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(gateway.get(schedule).text()).doesNotContain("CustomKey"));
  }

  @Test
  void memoThatTemporalCannotChangeIs501() {
    Answer refused = put(gateway, schedule, body(YEARLY, "'memo':{'k':'other'}"));

    refused.isProblem(501, "not-supported");
    assertThat(gateway.get(schedule).header("ETag")).isEqualTo(etag);
  }

  @Test
  void staleVersionIs412AndChangesNothing() {
    put(gateway, schedule, body("'intervals':[{'every':'1h'}]"), "If-Match", etag).is(200);

    put(gateway, schedule, body("'intervals':[{'every':'2h'}]"), "If-Match", etag)
        .isProblem(412, "precondition-failed");

    assertThat(gateway.get(schedule).at("/spec/intervals/0/every")).isEqualTo("PT1H");
    put(gateway, schedule, body("'intervals':[{'every':'3h'}]"), "If-Match", "*").is(200);
    put(gateway, schedule, body(YEARLY), "If-Match", "\"other\"")
        .isProblem(412, "precondition-failed");
  }

  @Test
  void pausingIsAnEditAndActingIsNone() {
    gateway.send("POST", schedule + "/trigger").is(202);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> gateway.get(schedule).at("/info/actionCount").equals("1"));
    Answer acted = gateway.get(schedule);

    assertThat(acted.header("ETag")).isNotEqualTo(etag);
    String edited = put(gateway, schedule, body(YEARLY), "If-Match", etag).is(200).header("ETag");
    gateway.post(schedule + "/pause", "{}").is(204);
    put(gateway, schedule, body(YEARLY), "If-Match", edited).isProblem(412, "precondition-failed");
  }

  @Test
  void ofManyEditorsOfOneVersionExactlyOneSucceeds() {
    List<Answer> answers = edit("If-Match", etag);

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> answer.isProblem(412, "precondition-failed"));
    String winner =
        answers.stream().filter(answer -> answer.status() == 200).findFirst().orElseThrow().text();
    assertThat(winner).contains(gateway.get(schedule).at("/spec/intervals/0/every"));
  }

  @Test
  void editorsWithoutAVersionComeOneAfterTheOther() {
    List<Answer> answers = edit();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSizeGreaterThan(1);
  }

  private static String payload(String encoding, String data, String metadata) {
    return "{'$payload':{'metadata':{'encoding':'%s'%s},'data':'%s'}}"
        .formatted(base64(encoding), metadata, base64(data));
  }

  private static JsonNode tree(String json) {
    return JsonMapper.shared().readTree(json.replace('\'', '"'));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Edits at the same time, each to an interval of its own. */
  private List<Answer> edit(String... headers) {
    return IntStream.rangeClosed(1, EDITORS)
        .mapToObj(hours ->
            CompletableFuture.supplyAsync(
                () ->
                    put(
                        gateway,
                        schedule,
                        body("'intervals':[{'every':'" + hours + "h'}]"),
                        headers),
                Thread::startVirtualThread))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }
}
