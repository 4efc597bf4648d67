package io.github.temporalgateway.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that are refused, and leave the Activity as it was. */
class BadCompletionsIT extends ActivityGateway {

  private static final String OK_FAILURE = "'failure':{'message':'x'}";

  @ParameterizedTest
  @ValueSource(
      strings = {"", "%", "a", "a===", "Z2FyYmFnZQ", "CgA", "CAE=", "e30=", "____________"})
  void tokenThatIsNoneIs422AtOnce(String token) {
    for (String what : new String[] {"complete", "fail", "cancel", "heartbeat"}) {
      String body = what.equals("fail") ? withToken(token, OK_FAILURE) : withToken(token);

      Answer answer = gateway.post("/activities/" + what, body);

      answer.isProblem(422, "invalid-task-token");
      assertThat(answer.at("/errors/0/pointer")).isEqualTo("/taskToken");
    }
  }

  @Test
  void tokenThatIsDamagedIs422() {
    String token = startedExternal();

    gateway
        .post("/activities/complete", withToken(token.substring(0, 40)))
        .isProblem(422, "invalid-task-token");
    gateway
        .post("/activities/complete", withToken("CiQwMTAw" + token.substring(8)))
        .isProblem(422, "invalid-task-token");
    gateway.post("/activities/complete", withToken(token)).is(204);
  }

  @Test
  void tokenOfAnotherNamespaceIs422(TemporalDevServer server) {
    String token = startedExternal();
    try (OwnGateway own =
        OwnGateway.start(server.target(), "gateway.namespaces.allow=temporal-system")) {
      Answer answer =
          own.client().post("/namespaces/temporal-system/activities/complete", withToken(token));

      answer.isProblem(422, "invalid-task-token");
      assertThat(answer.at("/detail")).contains("different namespace");
    }
    gateway
        .post("/namespaces/" + ABSENT_NAMESPACE + "/activities/complete", withToken(token))
        .isProblem(404, "namespace-not-found");
    gateway.post("/namespaces/default/activities/complete", withToken(token)).is(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "fail", "cancel", "heartbeat"})
  void activityThatIsUnknownIs404(String what) {
    startedExternal();
    String body = what.equals("fail") ? "{\"failure\":{\"message\":\"x\"}}" : "{}";

    gateway
        .post("/workflows/unknown/activities/1/" + what, body)
        .isProblem(404, "activity-not-found");
    gateway
        .post(workflow + "/activities/unknown/" + what, body)
        .isProblem(404, "activity-not-found");
    gateway
        .post(activity("/" + what) + "?runId=01a20e2d-9aad-7956-8d70-ade3c66bd808", body)
        .isProblem(404, "activity-not-found");
    gateway.get(activity("/" + what)).isProblem(405, "method-not-allowed");
    gateway.post(activity("/complete"), "{}").is(204);
    gateway.post(workflow + "/activities/1/" + what, body).isProblem(404, "activity-not-found");
  }

  @Test
  void whatIsTooLargeIs413AndTheActivityGoesOn() {
    String token = startedExternal();
    String large = "\"" + "x".repeat(2_200_000) + "\"";

    gateway
        .post("/activities/complete", withToken(token, "\"result\":" + large))
        .isProblem(413, "payload-too-large");
    gateway
        .post("/activities/heartbeat", withToken(token, "\"details\":" + large))
        .isProblem(413, "payload-too-large");
    gateway
        .post(activity("/fail"), "{\"failure\":{\"message\":\"\",\"details\":[" + large + "]}}")
        .isProblem(413, "payload-too-large");
    String fine = "\"" + "x".repeat(1_000_000) + "\"";
    gateway.post("/activities/complete", withToken(token, "\"result\":" + fine)).is(204);

    assertThat(gateway.get(workflow + "/result?wait=20s").is(200).text()).isEqualTo(fine);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'failure':null}",
        "{'failure':{}}",
        "{'failure':{'message':null}}",
        "{'failure':{'message':1}}",
        "{'failure':{'message':'','nextRetryDelay':'soon'}}",
        "{'failure':{'message':'','nextRetryDelay':'-PT1S'}}",
        "{'failure':{'message':'','category':'GRAVE'}}",
        "{'failure':{'message':'','details':{}}}",
        "{'failure':{'message':'','cause':{}}}",
        "{'failure':{'message':'','stackTrace':'x'}}",
        "{'failure':{'message':''},'result':1}"
      })
  void badFailureIs422(String body) {
    gateway
        .post("/workflows/any/activities/1/fail", body.replace('\'', '"'))
        .isProblem(422, "validation");
  }

  @Test
  void failureThatIsNestedTooDeepIs422() {
    String deep = "{\"message\":\"\",\"cause\":".repeat(20) + "{\"message\":\"\"}" + "}".repeat(20);

    gateway
        .post("/workflows/any/activities/1/fail", "{\"failure\":" + deep + "}")
        .isProblem(422, "validation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'taskToken':null}", "{'taskToken':1}", "{'token':'x'}", "[]"})
  void bodyWithoutTokenIs422(String body) {
    gateway.post("/activities/complete", body.replace('\'', '"')).isProblem(422, "validation");
  }
}
