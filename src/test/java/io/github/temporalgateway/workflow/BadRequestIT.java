package io.github.temporalgateway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are wrong outside their body. */
class BadRequestIT extends RealGateway {

  @ParameterizedTest
  @ValueSource(strings = {"wait=abc", "wait=-1", "wait=", "wait", "wait=1.5", "wait=5s"})
  void preferenceThatIsNoNumberOfSecondsIsRefused(String preference) {
    Answer answer = gateway.post("/workflows", start("Nothing"), "Prefer", preference);

    answer.isProblem(422, "validation");
    assertThat(answer.at("/errors/0/header")).isEqualTo("Prefer");
    assertThat(answer.header("Preference-Applied")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "", "1.5", "PT-1S", "1y"})
  void waitParameterThatIsNoTimeIsRefused(String wait) {
    for (String route : List.of("/result", "/outcome")) {
      Answer answer = gateway.get("/workflows/none" + route + "?wait=" + wait);

      answer.isProblem(422, "validation");
      assertThat(answer.at("/errors/0/parameter")).isEqualTo("wait");
    }
  }

  @Test
  void unknownParametersAreIgnored() {
    gateway.post("/workflows?=x&a=b", start("Nothing")).is(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/result", "/outcome", "/result?wait=5", "/outcome?wait=5"})
  void unknownWorkflowIsNotFoundAtOnce(String route) {
    String id = id("none");

    Answer answer = gateway.get("/workflows/" + id + route);

    answer.isProblem(404, "workflow-not-found");
    assertThat(answer.at("/workflowId")).isEqualTo(id);
    assertThat(answer.at("/grpcStatus")).isEqualTo("NOT_FOUND");
    assertThat(answer.header("Temporal-Workflow-Id")).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/result", "/outcome"})
  void unknownRunIsNotFound(String route) {
    String id = id("run");
    started("Nothing", id);
    String runId = UUID.randomUUID().toString();

    Answer answer = gateway.get("/workflows/" + id + route + "?runId=" + runId);

    answer.isProblem(404, "workflow-not-found");
    assertThat(answer.at("/workflowId")).isEqualTo(id);
    assertThat(answer.at("/runId")).isEqualTo(runId);
  }

  @Test
  void runIdThatIsNoneIsRefused() {
    String id = id("run");
    started("Nothing", id);

    for (String runId : List.of("abc", "0", "ü")) {
      Answer answer = gateway.get("/workflows/" + id + "?runId=" + runId.replace("ü", "%C3%BC"));

      assertThat(answer.isProblem(422, "validation").at("/errors/0/parameter")).isEqualTo("runId");
    }
    gateway.get("/workflows/" + id + "/result?runId=").isProblem(422, "validation");
    gateway.get("/workflows/" + id + "/result?runId=%0A").isProblem(422, "validation");
  }

  @Test
  void namespaceThatTheGatewayDoesNotServeIsNotFound() {
    for (Answer answer : calls("some-other-namespace")) {
      answer.isProblem(404, "namespace-not-found");
      assertThat(answer.at("/detail")).contains("serves no Namespace 'some-other-namespace'");
    }
  }

  @Test
  void namespaceThatTemporalDoesNotHaveIsNotFound() {
    for (Answer answer : calls(ABSENT_NAMESPACE)) {
      answer.isProblem(404, "namespace-not-found");
      assertThat(answer.at("/grpcStatus")).isEqualTo("NOT_FOUND");
      assertThat(answer.at("/detail")).contains(ABSENT_NAMESPACE);
    }
  }

  private List<Answer> calls(String namespace) {
    String base = "/namespaces/" + namespace + "/workflows";
    return List.of(
        gateway.post(base, start("Nothing")),
        gateway.post(base, start("Nothing"), "Idempotency-Key", id("key")),
        gateway.post(base, start("Nothing", "'searchAttributes':{'CustomInt':1}")),
        gateway.get(base + "/x"),
        gateway.get(base + "/x/result?wait=5"),
        gateway.get(base + "/x/outcome"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "~!!", "~_w", "~YQ===", "~YR%3D%3D%3D"})
  void encodedIdThatIsNoneIsRefused(String segment) {
    Answer answer = gateway.get("/workflows/" + segment);

    assertThat(answer.isProblem(422, "validation").at("/errors/0/parameter"))
        .isEqualTo("workflowId");
  }

  @Test
  void pathMayHaveAnIdOfThousandBytesAndNotOneMore() {
    gateway.get("/workflows/" + "x".repeat(1000)).isProblem(404, "workflow-not-found");
    gateway.get("/workflows/" + "x".repeat(1001)).isProblem(422, "validation");
    gateway.get("/workflows/" + encoded("ü".repeat(501))).isProblem(422, "validation");
    gateway.get("/workflows/" + encoded("a\nb")).isProblem(422, "validation");
    gateway.get("/namespaces/" + encoded("a\nb") + "/workflows/x").isProblem(422, "validation");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/plain
          application/xml
          application/x-www-form-urlencoded
          application/problem+json
          nonsense
          application/json; charset=iso-8859-1
          application/json; charset=utf-16
          application/json; charset=unheard-of
          """)
  void bodyOfAnotherMediaTypeIsRefused(String type) {
    gateway
        .post("/workflows", start("Nothing"), "Content-Type", type)
        .isProblem(415, "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?other=1"})
  void parametersInABodyAreNone(String query) {
    String form = "runId=nonsense";
    String type = "application/x-www-form-urlencoded";

    gateway
        .post("/workflows/nobody/unpause" + query, form, "Content-Type", type)
        .isProblem(415, "unsupported-media-type");
    gateway.post("/workflows/nobody/unpause?" + form, "").isProblem(422, "validation");
  }

  @Test
  void bodyNeedsAMediaType() {
    gateway.send("POST", "/workflows").isProblem(415, "unsupported-media-type");
    gateway
        .post("/workflows", start("Nothing"), "Content-Type", "application/JSON; Charset=\"utf-8\"")
        .is(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "image/*", "nonsense"})
  void callerWhoTakesNoJsonIsRefused(String accept) {
    gateway.post("/workflows", start("Nothing"), "Accept", accept).isProblem(406, "not-acceptable");
    gateway.get("/workflows/none", "Accept", accept).isProblem(406, "not-acceptable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*", "application/xml, */*;q=0.1"})
  void callerWhoTakesAnythingIsServed(String accept) {
    gateway.post("/workflows", start("Nothing"), "Accept", accept).is(201);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /workflows",
    "DELETE, /workflows",
    "PATCH, /workflows",
    "TRACE, /workflows",
    "BREW, /workflows",
    "POST, /workflows/x/result",
    "PUT, /workflows/x/outcome",
    "DELETE, /workflows/x/result",
    "PUT, /namespaces/default/workflows"
  })
  void otherMethodIsRefusedWithTheAllowedOnes(String method, String path) {
    Answer answer = gateway.send(method, path);

    answer.isProblem(405, "method-not-allowed");
    assertThat(answer.header("Allow")).isNotEmpty();
  }

  @Test
  void optionsTellsTheAllowedMethods() {
    Answer answer = gateway.send("OPTIONS", "/workflows/x/result").is(200);

    assertThat(answer.header("Allow")).contains("GET", "HEAD", "OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nope",
        "/workflow",
        "/workflows/",
        "/workflows/x/nope",
        "/workflows/x/result/y",
        "/namespaces/default/nope",
        "/problems/nope",
        "/actuator/health"
      })
  void pathWithoutOperationIsNotFound(String path) {
    Answer answer = gateway.get(path);

    answer.isProblem(404, "no-such-route");
    assertThat(answer.at("/instance")).isEqualTo(path);
  }

  @Test
  void problemsAreExplained() {
    Answer list = gateway.get("/problems").is(200);

    assertThat(list.json().findValuesAsString("code")).contains("validation", "workflow-not-found");
    assertThat(gateway.get("/problems/workflow-not-found").is(200).at("/status")).isEqualTo("404");
  }

  private static String encoded(String id) {
    return "~"
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
