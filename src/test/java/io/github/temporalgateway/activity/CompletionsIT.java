package io.github.temporalgateway.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Activities of a Java Worker that are completed over HTTP. */
class CompletionsIT extends ActivityGateway {

  private static final String EXACT = "{\"b\":1.10,\"a\":12345678901234567890}";

  static Stream<UnaryOperator<String>> tokensCompleteInAnyBase64() {
    return Stream.of(
        token -> token,
        token -> token.replace("=", ""),
        token -> Base64.getUrlEncoder().encodeToString(Base64.getDecoder().decode(token)),
        token ->
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Base64.getDecoder().decode(token)));
  }

  @ParameterizedTest
  @MethodSource
  void tokensCompleteInAnyBase64(UnaryOperator<String> form) {
    String token = form.apply(startedExternal());

    gateway.post("/activities/complete", withToken(token, "\"result\":" + EXACT)).is(204);

    assertThat(gateway.get(workflow + "/result?wait=20s").is(200).text()).isEqualTo(EXACT);
    gateway
        .post("/activities/complete", withToken(token, "\"result\":" + EXACT))
        .isProblem(404, "activity-not-found");
    gateway.post("/activities/heartbeat", withToken(token)).isProblem(404, "activity-not-found");
  }

  @Test
  void idsComplete() {
    startedExternal();

    Answer answer = gateway.post(activity("/complete"), "{\"result\":" + EXACT + "}").is(204);

    assertThat(answer.header("Temporal-Activity-Id")).isNotEmpty();
    assertThat(answer.header("Temporal-Workflow-Id")).startsWith("external-");
    assertThat(gateway.get(workflow + "/result?wait=20s").is(200).text()).isEqualTo(EXACT);
  }

  @Test
  void completionWithoutResultIsNull() {
    startedExternal();

    gateway.send("POST", activity("/complete")).is(204);

    assertThat(gateway.get(workflow + "/result?wait=20s").is(200).text()).isEqualTo("null");
  }

  @Test
  void failureReachesTheWorkflowWithAllItSays() {
    String token = startedExternal();

    gateway
        .post(
            "/activities/fail",
            withToken(
                token,
                "'failure':{'message':'declined','type':'CardDeclined','nonRetryable':true,"
                    + "'details':[{'at':1.10},2],'category':'BENIGN',"
                    + "'cause':{'message':'code 54','type':'Issuer'}}"))
        .is(204);

    Answer result = gateway.get(workflow + "/result?wait=20s");
    result.isProblem(424, "workflow-failed");
    JsonNode failure = result.json().at("/failure/cause");
    assertThat(failure.path("message").asString()).isEqualTo("declined");
    assertThat(failure.path("type").asString()).isEqualTo("CardDeclined");
    assertThat(failure.path("nonRetryable").asBoolean()).isTrue();
    assertThat(failure.path("category").asString()).isEqualTo("BENIGN");
    assertThat(failure.at("/cause/type").asString()).isEqualTo("Issuer");
    assertThat(result.text()).contains("[{\"at\":1.10},2]");
  }

  @Test
  void failureByIdIsTriedAgainWhenItMayBe() {
    startedExternal();

    gateway
        .post(activity("/fail"), "{\"failure\":{\"message\":\"offline\",\"type\":\"Offline\"}}")
        .is(204);

    String second = token(2);
    JsonNode pending = gateway.get(workflow).json().at("/pendingActivities/0");
    assertThat(pending.at("/lastFailure/type").asString()).isEqualTo("Offline");
    gateway.post("/activities/complete", withToken(second)).is(204);
    gateway.get(workflow + "/result?wait=20s").is(200);
  }

  @Test
  void failureSaysWhenTheNextAttemptIs() {
    String token = startedExternal();

    gateway
        .post(
            "/activities/fail",
            withToken(
                token,
                "'failure':{'message':'later','nextRetryDelay':'1h'}",
                "'lastHeartbeatDetails':{'done':7}"))
        .is(204);

    JsonNode pending = gateway.get(workflow).json().at("/pendingActivities/0");
    assertThat(Instant.parse(pending.path("nextAttemptTime").asString()))
        .isAfter(Instant.now().plus(Duration.ofMinutes(50)));
    assertThat(pending.at("/heartbeatDetails/0/done").asInt()).isEqualTo(7);
    gateway.post("/activities/heartbeat", withToken(token)).isProblem(404, "activity-not-found");
  }

  @Test
  void heartbeatTellsOfCancellationWhichIsThenReported() {
    String token = startedExternal();
    Answer calm = gateway.post("/activities/heartbeat", withToken(token, "'details':{'done':1}"));
    assertThat(calm.is(200).text())
        .isEqualTo("{\"cancelRequested\":false,\"paused\":false,\"reset\":false}");
    gateway.post("/activities/cancel", withToken(token)).isProblem(409, "conflict");
    gateway.send("POST", activity("/cancel")).isProblem(409, "conflict");

    gateway.post(workflow + "/cancel", "{}").is(202);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(gateway.send("POST", activity("/heartbeat")).at("/cancelRequested"))
                .isEqualTo("true"));
    gateway.post("/activities/cancel", withToken(token, "'details':{'done':2}")).is(204);
    gateway.get(workflow + "/result?wait=20s").isProblem(424, "workflow-canceled");
  }

  @Test
  void cancellationIsReportedByIdToo() {
    startedExternal();
    gateway.post(workflow + "/cancel", "{}").is(202);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(
                    gateway.post(activity("/heartbeat"), "{\"details\":1}").at("/cancelRequested"))
                .isEqualTo("true"));

    gateway.post(activity("/cancel"), "{\"details\":{\"done\":2}}").is(204);

    gateway.get(workflow + "/result?wait=20s").isProblem(424, "workflow-canceled");
  }
}
