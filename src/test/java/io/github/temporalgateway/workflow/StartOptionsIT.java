package io.github.temporalgateway.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.util.Durations;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Every option of a start reaches Temporal, and comes back when the execution is described. */
class StartOptionsIT extends RealGateway {

  @Test
  void timeoutsMayBeSpeltInBothWays(WorkflowClient client) {
    String id =
        startedIdle(
            "'executionTimeout':'P1DT1H'", "'runTimeout':'1h30m'", "'taskTimeout':'PT12.5S'");

    Answer description = gateway.get("/workflows/" + id).is(200);

    assertThat(description.at("/executionTimeout")).isEqualTo("PT25H");
    assertThat(description.at("/runTimeout")).isEqualTo("PT1H30M");
    assertThat(time(description, "/runExpirationTime"))
        .isCloseTo(
            time(description, "/startTime").plus(Duration.ofMinutes(90)),
            within(1, ChronoUnit.SECONDS));
    assertThat(time(description, "/executionExpirationTime"))
        .isCloseTo(
            time(description, "/startTime").plus(Duration.ofHours(25)),
            within(1, ChronoUnit.SECONDS));
    assertThat(Durations.toMillis(startEvent(client, id).getWorkflowTaskTimeout()))
        .isEqualTo(12_500);
  }

  @Test
  void startDelayPutsTheExecutionOff(WorkflowClient client) {
    String id = startedIdle("'startDelay':'1h500ms'");

    Answer description = gateway.get("/workflows/" + id).is(200);

    assertThat(time(description, "/executionTime"))
        .isEqualTo(time(description, "/startTime").plusMillis(3_600_500));
    assertThat(Durations.toMillis(startEvent(client, id).getFirstWorkflowTaskBackoff()))
        .isEqualTo(3_600_500);
  }

  @Test
  void cronScheduleIsSet(WorkflowClient client) {
    String id = startedIdle("'cronSchedule':'0 12 * * *'");

    assertThat(startEvent(client, id).getCronSchedule()).isEqualTo("0 12 * * *");
  }

  @Test
  void retryPolicyIsSet(WorkflowClient client) {
    String id =
        startedIdle(
            """
            'retryPolicy':{'initialInterval':'250ms','backoffCoefficient':1.5,
              'maximumInterval':'PT1M','maximumAttempts':7,
              'nonRetryableErrorTypes':['OutOfStock','Ünknown']}\
            """);

    var policy = startEvent(client, id).getRetryPolicy();

    assertThat(Durations.toMillis(policy.getInitialInterval())).isEqualTo(250);
    assertThat(policy.getBackoffCoefficient()).isEqualTo(1.5);
    assertThat(Durations.toSeconds(policy.getMaximumInterval())).isEqualTo(60);
    assertThat(policy.getMaximumAttempts()).isEqualTo(7);
    assertThat(policy.getNonRetryableErrorTypesList()).containsExactly("OutOfStock", "Ünknown");
  }

  @Test
  void memoTakesAnyJsonAndGivesItBackUnchanged() {
    String memo =
        """
        {'number':12345678901234567890,'fraction':1.10,'huge':1e300,'order':{'z':1,'a':[ true ]},
         'text':'ü\\n','no':false,'a/b~c':''}\
        """
            .replace('\'', '"');
    String id = startedIdle("'memo':" + memo.replace('"', '\''));

    Answer description = gateway.get("/workflows/" + id).is(200);

    assertThat(description.text())
        .contains("\"number\":12345678901234567890", "\"fraction\":1.10", "\"huge\":1e300")
        .contains("\"order\":{\"z\":1,\"a\":[ true ]}", "\"text\":\"ü\\n\"", "\"no\":false");
    assertThat(description.json().at("/memo").properties()).hasSize(7);
  }

  @Test
  void temporalLeavesNullsOutOfTheMemo() {
    String id = startedIdle("'memo':{'nothing':null,'something':1}");

    Answer description = gateway.get("/workflows/" + id).is(200);

    assertThat(description.json().at("/memo").toString()).isEqualTo("{\"something\":1}");
  }

  @Test
  void searchAttributesGetTheTypesThatAreRegistered(WorkflowClient client) {
    String id =
        startedIdle(
            """
            'searchAttributes':{'CustomKeyword':'k','CustomText':'some words','CustomInt':-5,
              'CustomDouble':2,'CustomBool':true,'CustomTime':'2026-01-31T12:00:00.5+01:00',
              'CustomList':['x','y']}\
            """);

    var fields =
        described(client, id)
            .getWorkflowExecutionInfo()
            .getSearchAttributes()
            .getIndexedFieldsMap();
    assertThat(fields)
        .allSatisfy(
            (name, payload) -> assertThat(metadata(payload, "encoding")).isEqualTo("json/plain"))
        .hasEntrySatisfying(
            "CustomKeyword", value -> assertThat(metadata(value, "type")).isEqualTo("Keyword"))
        .hasEntrySatisfying(
            "CustomDouble", value -> assertThat(metadata(value, "type")).isEqualTo("Double"))
        .hasEntrySatisfying(
            "CustomList", value -> assertThat(metadata(value, "type")).isEqualTo("KeywordList"));
    Answer description = gateway.get("/workflows/" + id).is(200);
    assertThat(description.at("/searchAttributes/CustomKeyword")).isEqualTo("k");
    assertThat(description.at("/searchAttributes/CustomText")).isEqualTo("some words");
    assertThat(description.json().at("/searchAttributes/CustomInt").intValue()).isEqualTo(-5);
    assertThat(description.json().at("/searchAttributes/CustomDouble").doubleValue()).isEqualTo(2);
    assertThat(description.json().at("/searchAttributes/CustomBool").booleanValue()).isTrue();
    assertThat(description.at("/searchAttributes/CustomTime"))
        .isEqualTo("2026-01-31T12:00:00.5+01:00");
    assertThat(description.at("/searchAttributes/CustomList/1")).isEqualTo("y");
  }

  @Test
  void searchAttributesMayNameTheirType() {
    String id =
        startedIdle(
            """
            'searchAttributes':{'CustomKeyword':{'type':'Keyword','value':'k'},
              'CustomInt':{'value':7,'type':'Int'},'CustomText':null}\
            """);

    Answer description = gateway.get("/workflows/" + id).is(200);

    assertThat(description.at("/searchAttributes/CustomKeyword")).isEqualTo("k");
    assertThat(description.at("/searchAttributes/CustomInt")).isEqualTo("7");
    assertThat(description.at("/searchAttributes/CustomText")).isEmpty();
  }

  @Test
  void theWorkflowSeesItsSearchAttributes() {
    Answer answer =
        gateway
            .post(
                "/workflows",
                start("Headers", "'searchAttributes':{'CustomKeyword':'k','CustomInt':3}"),
                "Prefer",
                "wait=10")
            .is(200);

    assertThat(answer.at("/result/searchAttributes/CustomKeyword")).isEqualTo("k");
    assertThat(answer.at("/result/searchAttributes/CustomInt")).isEqualTo("3");
  }

  @Test
  void summaryAndDetailsAreShownToPeople() {
    String id = startedIdle("'summary':'Order \\\"12\\\"'", "'details':'Zeile 1\\nZeile 2 ü'");

    Answer description = gateway.get("/workflows/" + id).is(200);

    assertThat(description.at("/summary")).isEqualTo("Order \"12\"");
    assertThat(description.at("/details")).isEqualTo("Zeile 1\nZeile 2 ü");
  }

  @Test
  void priorityIsSet() {
    String id =
        startedIdle("'priority':{'priorityKey':2,'fairnessKey':'tenant-1','fairnessWeight':1.5}");

    Answer description = gateway.get("/workflows/" + id).is(200);

    assertThat(description.at("/priority/priorityKey")).isEqualTo("2");
    assertThat(description.at("/priority/fairnessKey")).isEqualTo("tenant-1");
    assertThat(description.at("/priority/fairnessWeight")).isEqualTo("1.5");
  }

  @Test
  void versioningOverrideIsSet(WorkflowClient client) {
    String id = startedIdle("'versioningOverride':{'autoUpgrade':true}");

    assertThat(startEvent(client, id).getVersioningOverride().getAutoUpgrade()).isTrue();
    assertThat(gateway.get("/workflows/" + id).at("/versioningInfo/override/autoUpgrade"))
        .isEqualTo("true");
  }

  @Test
  void versionThatNoWorkerHasIsRefusedByTemporal() {
    gateway
        .post(
            "/workflows",
            start(
                "Echo", "'versioningOverride':{'pinned':{'deploymentName':'none','buildId':'1'}}"))
        .isProblem(409, "conflict");
  }

  @Test
  void headersReachTheWorkflow() {
    Answer answer =
        gateway
            .post(
                "/workflows",
                start("Headers", "'headers':{'tenant':'a','limits':{'max':[1,2]}}"),
                "Prefer",
                "wait=10")
            .is(200);

    assertThat(answer.at("/result/headers/tenant")).isEqualTo("a");
    assertThat(answer.at("/result/headers/limits/max/1")).isEqualTo("2");
  }

  @Test
  void traceContextOfTheRequestReachesTheWorkflow() {
    String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    Answer answer =
        gateway
            .post(
                "/workflows",
                start("Headers"),
                "Prefer",
                "wait=10",
                "traceparent",
                traceparent,
                "Tracestate",
                "vendor=\"x\"",
                "X-Other",
                "stays here")
            .is(200);

    assertThat(answer.at("/result/headers/_tracer-data/traceparent")).isEqualTo(traceparent);
    assertThat(answer.at("/result/headers/_tracer-data/tracestate")).isEqualTo("vendor=\"x\"");
    assertThat(answer.text()).doesNotContain("stays here");
  }

  @Test
  void temporalLearnsWhoStartedTheExecution(WorkflowClient client) {
    String id = startedIdle();

    assertThat(startEvent(client, id).getIdentity()).startsWith("temporal-rest-gateway@");
  }

  @Test
  void nullOptionsAreAbsentOnes(WorkflowClient client) {
    String id =
        startedIdle(
            "'input':1",
            "'args':null",
            "'executionTimeout':null",
            "'retryPolicy':null",
            "'memo':null",
            "'searchAttributes':null",
            "'priority':{'priorityKey':null}",
            "'idReusePolicy':null");

    DescribeWorkflowExecutionResponse described = described(client, id);
    assertThat(described.getWorkflowExecutionInfo().getMemo().getFieldsCount()).isZero();
    assertThat(startEvent(client, id).hasRetryPolicy()).isFalse();
    assertThat(gateway.get("/workflows/" + id).json().has("executionTimeout")).isFalse();
  }

  private String startedIdle(String... options) {
    String id = id("options");
    String[] members = new String[options.length + 1];
    System.arraycopy(options, 0, members, 1, options.length);
    members[0] = "'workflowId':'" + id + "'";
    gateway.post("/workflows", startUnworked("Idle", members)).is(201);
    return id;
  }

  private static Instant time(Answer answer, String pointer) {
    return Instant.parse(answer.at(pointer));
  }

  private static WorkflowExecutionStartedEventAttributes startEvent(
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
        .getWorkflowExecutionStartedEventAttributes();
  }
}
