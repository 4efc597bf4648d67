package io.github.temporalgateway.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a caller sees of {@code GET /workflows}. */
class ListWorkflowsIT extends ManyExecutions {

  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  @Test
  void linksLeadThroughAllPagesWithoutGapOrRepetition() {
    List<String> ids = startSeven();

    List<Integer> sizes = new ArrayList<>();
    List<String> found = new ArrayList<>();
    String path = "/namespaces/default/workflows?pageSize=3&" + tagged("");
    while (!path.isEmpty()) {
      Answer page = gateway.get(path).is(200);
      assertThat(page.header("Content-Type")).isEqualTo("application/json");
      sizes.add(page.json().at("/items").size());
      page.json().at("/items").forEach(item -> found.add(item.at("/workflowId").asString()));
      path = next(page);
    }

    assertThat(sizes).containsExactly(3, 3, 1);
    assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void nextPageTokenLeadsOnLikeTheLink() {
    List<String> ids = startSeven();

    Answer first = gateway.get("/workflows?pageSize=4&" + tagged("")).is(200);
    String token = first.at("/nextPageToken");
    Answer last =
        gateway.get("/workflows?pageSize=4&pageToken=" + token + "&" + tagged("")).is(200);

    assertThat(token).matches("[A-Za-z0-9_-]+");
    assertThat(next(first))
        .startsWith("/workflows?query=CustomKeyword%20%3D%20%27")
        .contains(token);
    assertThat(gateway.get(next(first)).is(200).json()).isEqualTo(last.json());
    assertThat(last.json().has("nextPageToken")).isFalse();
    assertThat(last.header("Link")).isEmpty();
    assertThat(first.json().at("/items").size() + last.json().at("/items").size())
        .isEqualTo(ids.size());
  }

  @Test
  void summaryOfARunningExecutionTellsWhatWasGivenAtTheStart() {
    String id = id("summary/ü");
    String runId =
        startTagged("WaitForSignal", id, "'memo':{'note':{'z':1.10,'a':[]}}").at("/runId");
    awaitVisible(1, tagged(""));

    Answer answer = gateway.get("/workflows?" + tagged("")).is(200);

    JsonNode item = answer.json().at("/items/0");
    assertThat(item.at("/namespace").asString()).isEqualTo("default");
    assertThat(item.at("/workflowId").asString()).isEqualTo(id);
    assertThat(item.at("/runId").asString()).isEqualTo(runId);
    assertThat(item.at("/workflowType").asString()).isEqualTo("WaitForSignal");
    assertThat(item.at("/taskQueue").asString()).isEqualTo("samples");
    assertThat(item.at("/status").asString()).isEqualTo("RUNNING");
    assertThat(Instant.parse(item.at("/startTime").asString())).isBefore(Instant.now());
    assertThat(item.has("closeTime")).isFalse();
    assertThat(item.has("historyLength")).isFalse();
    assertThat(item.at("/searchAttributes/CustomKeyword").asString()).isEqualTo(tag);
    assertThat(answer.text()).contains("{\"note\":{\"z\":1.10,\"a\":[]}}");
    assertThat(gateway.get(item.at("/links/self").asString()).is(200).at("/workflowId"))
        .isEqualTo(id);
  }

  @Test
  void summaryOfAClosedExecutionTellsWhenItClosed() {
    startTagged("Fail", id("closed"));
    awaitVisible(1, tagged(" AND ExecutionStatus = 'Failed'"));

    JsonNode item = gateway.get("/workflows?" + tagged("")).is(200).json().at("/items/0");

    assertThat(item.at("/status").asString()).isEqualTo("FAILED");
    assertThat(Instant.parse(item.at("/closeTime").asString()))
        .isAfterOrEqualTo(Instant.parse(item.at("/startTime").asString()));
    assertThat(item.at("/historyLength").asInt()).isGreaterThan(3);
  }

  @Test
  void memoOfTheGatewayItselfIsHidden() {
    String body =
        start(
            "WaitForSignal",
            "'workflowId':'" + id("keyed") + "'",
            "'searchAttributes':{'CustomKeyword':'" + tag + "'}");
    gateway.post("/workflows", body, "Idempotency-Key", UUID.randomUUID().toString()).is(201);
    awaitVisible(1, tagged(""));

    Answer answer = gateway.get("/workflows?" + tagged("")).is(200);

    assertThat(answer.json().at("/items/0").has("memo")).isFalse();
    assertThat(answer.text()).doesNotContain("idempotency");
  }

  @Test
  void queryIsTemporals() {
    startTagged("WaitForSignal", id("waits"));
    startTagged("Nothing", id("ends"));
    awaitVisible(1, tagged(" AND ExecutionStatus = 'Completed'"));

    Answer byType = gateway.get("/workflows?" + tagged(" AND WorkflowType = 'Nothing'")).is(200);
    Answer none = gateway.get("/workflows?" + tagged(" AND WorkflowType = 'Fail'")).is(200);

    assertThat(byType.json().at("/items")).hasSize(1);
    assertThat(byType.at("/items/0/status")).isEqualTo("COMPLETED");
    assertThat(none.text()).isEqualTo("{\"items\":[]}");
  }

  @Test
  void invalidQueryIs422InTemporalsWords() {
    for (String query : new String[] {"foo bar", "NoSuchAttribute = 1", "StartTime > 'x'"}) {
      Answer answer = gateway.get("/workflows?" + encoded(query)).isProblem(422, "invalid-query");

      assertThat(answer.at("/detail")).startsWith("invalid query: ");
    }
  }

  @Test
  void pageTokenOfSomethingElseIs422() {
    for (String token : new String[] {"%21%21", "Zm9vYmFy", "a"}) {
      Answer answer = gateway.get("/workflows?pageToken=" + token).isProblem(422, "validation");

      assertThat(answer.at("/errors/0/parameter")).isEqualTo("pageToken");
    }
    gateway.get("/workflows?pageToken=").is(200);
  }

  @Test
  void invalidQueryBesideAPageTokenIsTheQuerysFault() {
    gateway
        .get("/workflows?pageToken=Zm9vYmFy&" + encoded("foo bar"))
        .isProblem(422, "invalid-query");
  }

  @Test
  void pageSizeIsAPositiveNumberAndCapped() {
    for (String size : new String[] {"0", "-1", "abc", "1.5", ""}) {
      Answer answer = gateway.get("/workflows?pageSize=" + size).isProblem(422, "validation");

      assertThat(answer.at("/errors/0/parameter")).isEqualTo("pageSize");
    }
    gateway.get("/workflows?pageSize=99999&" + tagged("")).is(200);
    gateway.get("/workflows?pageSize=99999999999999999999&" + tagged("")).is(200);
  }

  @Test
  void longQueryIsPagedByTheTokenAlone() {
    startTagged("WaitForSignal", id("long"));
    startTagged("WaitForSignal", id("long"));
    awaitVisible(2, tagged(""));
    String longQuery = tagged(" AND WorkflowId != '" + "ü".repeat(800) + "'");

    Answer answer = gateway.get("/workflows?pageSize=1&" + longQuery).is(200);

    assertThat(answer.header("Link")).isEmpty();
    assertThat(answer.at("/nextPageToken")).isNotEmpty();
  }

  @Test
  void unknownNamespaceIs404() {
    gateway
        .get("/namespaces/" + ABSENT_NAMESPACE + "/workflows")
        .isProblem(404, "namespace-not-found");
    gateway.get("/namespaces/not-served/workflows").isProblem(404, "namespace-not-found");
  }

  private List<String> startSeven() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ids.add(id("page"));
      startTagged("WaitForSignal", ids.getLast());
    }
    awaitVisible(7, tagged(""));
    return ids;
  }

  private static String next(Answer page) {
    Matcher link = NEXT.matcher(page.header("Link"));
    return link.matches() ? link.group(1) : "";
  }
}
