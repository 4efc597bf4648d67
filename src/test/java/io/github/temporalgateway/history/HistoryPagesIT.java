package io.github.temporalgateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.workflow.IdempotencyMemo;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Event Histories in pages. */
class HistoryPagesIT extends RealGateway {

  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 1000, 100000})
  void pagesTogetherAreTheHistory(int size) {
    String id = completed("pages");

    List<Long> numbers = numbers("/workflows/" + id + "/history?pageSize=" + size, size);

    assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, length(id)).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 100})
  void pagesGoBackFromTheEnd(int size) {
    String id = completed("reverse");

    List<Long> numbers =
        numbers("/workflows/" + id + "/history?reverse=true&pageSize=" + size, size);

    long length = length(id);
    assertThat(numbers)
        .isEqualTo(LongStream.rangeClosed(1, length).map(n -> length + 1 - n).boxed().toList());
  }

  @Test
  void eventTypesAreChosen() {
    String id = completed("types");
    String path = "/workflows/" + id + "/history?";

    assertThat(types(path + "eventType=WORKFLOW_EXECUTION_STARTED"))
        .containsExactly("WORKFLOW_EXECUTION_STARTED");
    assertThat(types(path + "eventType=WORKFLOW_TASK_STARTED,WORKFLOW_EXECUTION_COMPLETED"))
        .containsExactly("WORKFLOW_TASK_STARTED", "WORKFLOW_EXECUTION_COMPLETED");
    assertThat(
            types(
                path
                    + "eventType=WORKFLOW_TASK_STARTED&eventType=WORKFLOW_TASK_COMPLETED"
                    + "&pageSize=1"))
        .containsExactly("WORKFLOW_TASK_STARTED", "WORKFLOW_TASK_COMPLETED");
    assertThat(types(path + "eventType=TIMER_FIRED")).isEmpty();
  }

  @Test
  void eventShowsPayloadsByteForByteAndNothingOfTheGateways() {
    String id = id("exact");
    String exact = "{\"a\":12345678901234567890,\"b\":1.10}";
    gateway
        .post(
            "/workflows?wait=30",
            start("Echo", "'workflowId':'" + id + "'", "'input':" + exact, "'memo':{'n':1.0}"),
            "Idempotency-Key",
            id)
        .is(200);

    Answer answer = gateway.get("/workflows/" + id + "/history?pageSize=1").is(200);

    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Temporal-Workflow-Id")).isEqualTo(id);
    assertThat(answer.header("Temporal-Run-Id")).isNotEmpty();
    assertThat(answer.at("/items/0/eventId")).isEqualTo("1");
    assertThat(answer.at("/items/0/eventTime")).endsWith("Z");
    assertThat(answer.at("/items/0/eventType")).isEqualTo("WORKFLOW_EXECUTION_STARTED");
    assertThat(answer.text())
        .contains("\"input\":[" + exact + "]", "\"memo\":{\"n\":1.0}")
        .doesNotContain("idempotency");
  }

  @Test
  void memoOfTheGatewayAloneIsNoMemo() {
    String id = id("memo");
    gateway
        .post(
            "/workflows", startUnworked("Echo", "'workflowId':'" + id + "'"), "Idempotency-Key", id)
        .is(201);

    assertThat(gateway.get("/workflows/" + id + "/history").is(200).text())
        .doesNotContain("idempotency", "\"memo\"");
  }

  @Test
  void continuationShowsNothingOfTheGatewaysEither() {
    String id = id("continued-memo");
    String first =
        gateway
            .post(
                "/workflows?wait=30",
                start("ContinueAsNew", "'workflowId':'" + id + "'", "'input':1"),
                "Idempotency-Key",
                id)
            .is(200)
            .at("/firstExecutionRunId");

    for (String run : List.of("", "?runId=" + first)) {
      assertThat(gateway.get("/workflows/" + id + "/history" + run).is(200).text())
          .doesNotContain("idempotency");
    }
    assertThat(types("/workflows/" + id + "/history?runId=" + first))
        .endsWith("WORKFLOW_EXECUTION_CONTINUED_AS_NEW");
  }

  @Test
  void memoOfAContinuationIsShownWithoutTheGatewaysPart(@Autowired HistoryMapper mapper) {
    Payload payload =
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
            .setData(ByteString.copyFromUtf8("1"))
            .build();
    HistoryEvent.Builder event = HistoryEvent.newBuilder();
    event
        .getWorkflowExecutionContinuedAsNewEventAttributesBuilder()
        .getMemoBuilder()
        .putFields(IdempotencyMemo.NAME, payload)
        .putFields("n", payload);

    assertThat(mapper.toEvent(event.build()).attributes().toString())
        .isEqualTo("{\"memo\":{\"n\":1}}");
  }

  @Test
  void namespaceAndRunCanBeNamed() {
    String id = completed("named");
    String run = gateway.get("/workflows/" + id).at("/runId");
    String path = "/namespaces/default/workflows/" + id + "/history?pageSize=2&runId=" + run;

    Answer answer = gateway.get(path).is(200);

    assertThat(answer.header("Link")).startsWith("</namespaces/default/workflows/" + id);
    assertThat(numbers(path, 2)).hasSize((int) length(id));
    gateway.get(path.replace(run, otherRun(run))).isProblem(404, "workflow-not-found");
  }

  @Test
  void unknownExecutionIs404() {
    gateway.get("/workflows/" + id("unknown") + "/history").isProblem(404, "workflow-not-found");
  }

  @Test
  void wrongParametersAreNamed() {
    String id = completed("wrong");
    String path = "/workflows/" + id + "/history?";
    String token = gateway.get(path + "pageSize=2").is(200).at("/nextPageToken");

    refused(path + "pageSize=0", "pageSize");
    refused(path + "eventType=WORKFLOW_EXECUTION_START", "eventType")
        .satisfies(answer ->
            assertThat(answer.at("/detail")).contains("Did you mean WORKFLOW_EXECUTION_STARTED?"));
    refused(path + "reverse=perhaps", "reverse");
    refused(path + "pageToken=!", "pageToken");
    refused(path + "pageToken=AAAA", "pageToken");
    refused(path + "reverse=true&pageToken=" + token, "pageToken");
    String withTemporals = gateway.get(path + "pageSize=3").is(200).at("/nextPageToken");
    refused(path + "pageToken=" + withTemporals + "AAAA", "pageToken");
    refused(path + "runId=" + otherRun("") + "&pageToken=" + token, "pageToken");
    refused("/workflows/" + completed("other") + "/history?pageToken=" + token, "pageToken");
    gateway
        .get("/workflows/" + id("unknown") + "/history?pageToken=" + token)
        .isProblem(404, "workflow-not-found");
  }

  private ObjectAssert<Answer> refused(String path, String parameter) {
    Answer answer = gateway.get(path).isProblem(422, "validation");
    assertThat(answer.at("/errors/0/parameter")).as(path).isEqualTo(parameter);
    return assertThat(answer);
  }

  private String completed(String name) {
    String id = id(name);
    gateway
        .post("/workflows?wait=30", start("Echo", "'workflowId':'" + id + "'", "'input':1"))
        .is(200);
    return id;
  }

  private long length(String id) {
    return Long.parseLong(gateway.get("/workflows/" + id).is(200).at("/historyLength"));
  }

  private List<String> types(String path) {
    return items(path, 1000).stream().map(item -> item.get("eventType").asString()).toList();
  }

  private List<Long> numbers(String path, int size) {
    return items(path, size).stream().map(item -> item.get("eventId").asLong()).toList();
  }

  private List<JsonNode> items(String path, int size) {
    List<JsonNode> items = new ArrayList<>();
    Optional<String> next = Optional.of(path);
    while (next.isPresent()) {
      Answer page = gateway.get(next.get()).is(200);
      List<JsonNode> found = page.json().get("items").valueStream().toList();
      assertThat(found).hasSizeLessThanOrEqualTo(size);
      items.addAll(found);
      Matcher link = NEXT.matcher(page.header("Link"));
      next = link.matches() ? Optional.of(link.group(1)) : Optional.empty();
      assertThat(page.json().has("nextPageToken")).isEqualTo(next.isPresent());
    }
    return items;
  }

  private static String otherRun(String run) {
    return run.isEmpty()
        ? "00000000-0000-4000-8000-000000000000"
        : run.substring(0, 35) + (run.endsWith("0") ? "1" : "0");
  }
}
