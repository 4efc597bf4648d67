package io.github.temporalgateway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A result comes back as the Workflow returned it, and an argument goes in as the caller sent it.
 */
class ResultIT extends RealGateway {

  private static final String ENVELOPE = "application/vnd.temporal.payload+json";
  private static final String EXACT =
      "{\"a\":12345678901234567890,\"b\":1.10,\"c\":1e300,\"d\":{\"z\":1,\"a\":2}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text \\u00fc ü \\n\"",
        "1.10",
        "-0",
        "1e400",
        "12345678901234567890",
        "true",
        "false",
        "null",
        "{ }",
        "[1, 2,\t3]",
        EXACT
      })
  void inputComesBackByteForByte(String input) {
    String id = id("echo");
    gateway
        .post(
            "/workflows",
            start("Echo", "'workflowId':'" + id + "'").replaceFirst("}$", ",\"input\": ")
                + input
                + " }")
        .is(201);

    Answer result = result(id).is(200);

    assertThat(result.text()).isEqualTo(input);
    assertThat(result.header("Content-Type")).isEqualTo("application/json");
    assertThat(result.header("Content-Length"))
        .isEqualTo("" + input.getBytes(StandardCharsets.UTF_8).length);
    assertThat(result.header("Temporal-Workflow-Status")).isEqualTo("COMPLETED");
    assertThat(outcome(id).is(200).text()).contains("\"result\":" + input);
  }

  @Test
  void numbersAndOrderSurviveInArgumentsMemoAndHandle() {
    Answer handle =
        gateway
            .post(
                "/workflows",
                "{\"args\": [ %1$s ,2],\"memo\":{\"m\":%1$s},".formatted(EXACT)
                    + start("Echo").substring(1),
                "Prefer",
                "wait=10")
            .is(200);

    assertThat(handle.text()).contains("\"result\":" + EXACT);
    assertThat(gateway.get(handle.at("/links/self")).text()).contains("\"m\":" + EXACT);
  }

  @Test
  void argumentsArriveOneByOne(WorkflowClient client) {
    String id = id("args");
    gateway
        .post(
            "/workflows", startUnworked("Idle", "'workflowId':'" + id + "'", "'args':[1,null,{}]"))
        .is(201);

    assertThat(inputOf(client, id).getPayloadsList())
        .satisfiesExactly(
            one -> assertThat(one.getData().toStringUtf8()).isEqualTo("1"),
            two -> assertThat(metadata(two, "encoding")).isEqualTo("binary/null"),
            three -> assertThat(three.getData().toStringUtf8()).isEqualTo("{}"));
  }

  @Test
  void noInputIsNoArgumentAndNullIsOne(WorkflowClient client) {
    String none = id("none");
    String empty = id("empty");
    String one = id("one");
    gateway.post("/workflows", startUnworked("Idle", "'workflowId':'" + none + "'")).is(201);
    gateway
        .post("/workflows", startUnworked("Idle", "'workflowId':'" + empty + "'", "'args':[]"))
        .is(201);
    gateway
        .post("/workflows", startUnworked("Idle", "'workflowId':'" + one + "'", "'input':null"))
        .is(201);

    assertThat(inputOf(client, none).getPayloadsCount()).isZero();
    assertThat(inputOf(client, empty).getPayloadsCount()).isZero();
    assertThat(inputOf(client, one).getPayloadsCount()).isEqualTo(1);
  }

  @Test
  void workflowWithoutResultAnswersNull() {
    String id = id("nothing");
    started("Nothing", id);

    assertThat(result(id).is(200).text()).isEqualTo("null");
    Answer outcome = outcome(id).is(200);
    assertThat(outcome.at("/status")).isEqualTo("COMPLETED");
    assertThat(outcome.json().has("result")).isTrue();
    assertThat(outcome.json().get("result").isNull()).isTrue();
  }

  @Test
  void bytesComeAsBytesUnlessTheCallerWantsJson() {
    String id = id("bytes");
    started("Bytes", id);

    Answer bytes = result(id).is(200);
    Answer json = result(id, "Accept", "application/json").is(200);
    Answer envelope = result(id, "Accept", ENVELOPE).is(200);

    assertThat(bytes.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(bytes.bytes()).hasSize(256).startsWith(0, 1).endsWith(254, 255);
    assertThat(json.header("Content-Type")).isEqualTo("application/json");
    assertThat(envelope.header("Content-Type")).isEqualTo(ENVELOPE);
    for (Answer answer : new Answer[] {json, envelope}) {
      assertThat(decoded(answer.at("/metadata/encoding"))).isEqualTo("binary/plain");
      assertThat(Base64.getDecoder().decode(answer.at("/data"))).isEqualTo(bytes.bytes());
    }
    assertThat(outcome(id).is(200).at("/result/data")).isEqualTo(json.at("/data"));
  }

  @Test
  void anyResultComesInItsEnvelopeWhereTheCallerWantsIt() {
    String id = id("envelope");
    started("Greeting", id);

    Answer answer = result(id, "Accept", ENVELOPE + ", application/json;q=0.5").is(200);

    assertThat(answer.header("Content-Type")).isEqualTo(ENVELOPE);
    assertThat(decoded(answer.at("/metadata/encoding"))).isEqualTo("json/plain");
    assertThat(decoded(answer.at("/data"))).isEqualTo("\"Hello, World!\"");
  }

  @Test
  void envelopeGoesInAsAnArgumentWithAllItsMetadata(WorkflowClient client) {
    String id = id("marked");
    String payload =
        "{'metadata':{'encoding':'%s','x-mine':'%s'},'data':'%s'}"
            .formatted(encoded("binary/protobuf"), encoded("ü"), encoded("\u0001\u0002"));
    gateway
        .post(
            "/workflows",
            startUnworked(
                "Idle", "'workflowId':'" + id + "'", "'args':[1,{'$payload':" + payload + "}]"))
        .is(201);

    var sent = inputOf(client, id).getPayloads(1);

    assertThat(metadata(sent, "encoding")).isEqualTo("binary/protobuf");
    assertThat(metadata(sent, "x-mine")).isEqualTo("ü");
    assertThat(sent.getData().toByteArray()).containsExactly(1, 2);
  }

  @Test
  void everyValueOfABodyMayBeAnEnvelope(WorkflowClient client) {
    String id = id("typed");
    String payload =
        "{'metadata':{'encoding':'%s'},'data':'%s'}".formatted(encoded("json/plain"), encoded("7"));
    gateway
        .post(
            "/workflows",
            startUnworked(
                "Idle",
                "'workflowId':'" + id + "'",
                "'input':" + payload,
                "'memo':{'m':" + payload + "}",
                "'headers':{'h':" + payload + "}",
                "'searchAttributes':{'CustomInt':" + payload + "}"),
            "Content-Type",
            ENVELOPE)
        .is(201);

    assertThat(inputOf(client, id).getPayloads(0).getData().toStringUtf8()).isEqualTo("7");
    Answer description = gateway.get("/workflows/" + id).is(200);
    assertThat(description.at("/memo/m")).isEqualTo("7");
    assertThat(description.at("/searchAttributes/CustomInt")).isEqualTo("7");
  }

  @Test
  void envelopeOfBytesComesBackAsBytes() {
    Answer handle =
        gateway
            .post(
                "/workflows",
                start(
                    "Echo",
                    "'input':{'$payload':{'metadata':{'encoding':'%s'},'data':'%s'}}"
                        .formatted(encoded("binary/plain"), encoded("bytes"))),
                "Prefer",
                "wait=10")
            .is(200);

    assertThat(decoded(handle.at("/result/data"))).isEqualTo("bytes");
    assertThat(gateway.get(handle.at("/links/result")).is(200).text()).isEqualTo("bytes");
  }

  @Test
  void headTellsTheSizeAndTypeOfAResult() {
    String id = id("head");
    started("Greeting", id);
    result(id).is(200);

    Answer answer = gateway.send("HEAD", "/workflows/" + id + "/result").is(200);

    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Content-Length")).isEqualTo("15");
  }

  @Test
  void resultExcludesTextOnlyCallers() {
    String id = id("text");
    started("Greeting", id);

    result(id, "Accept", "text/html").isProblem(406, "not-acceptable");
  }

  private Answer result(String id, String... headers) {
    return gateway.get("/workflows/" + id + "/result?wait=10s", headers);
  }

  private Answer outcome(String id) {
    return gateway.get("/workflows/" + id + "/outcome?wait=10s");
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  private static io.temporal.api.common.v1.Payloads inputOf(
      WorkflowClient client, String workflowId) {
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .getWorkflowExecutionHistory(
            GetWorkflowExecutionHistoryRequest.newBuilder()
                .setNamespace("default")
                .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflowId))
                .build())
        .getHistory()
        .getEvents(0)
        .getWorkflowExecutionStartedEventAttributes()
        .getInput();
  }
}
