package io.github.temporalgateway.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.InMemoryTemporal;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a batch is told at its place, and nothing is started. */
class BadBatchIT extends RealGateway {

  private static final String QUERY = "'query':'WorkflowType = \\u0027None\\u0027'";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'type':'explode' | /operation/type",
        "'name':'x' | /operation/type",
        "'type':'signal' | /operation/name",
        "'type':'signal','name':'x','input':1,'args':[] | /operation/input",
        "'type':'cancel','details':1 | /operation/details",
        "'type':'terminate','priority':{} | /operation/priority",
        "'type':'reset' | /operation/point",
        "'type':'reset','point':'FIRST_WORKFLOW_TASK','workflowTaskId':3 | /operation/point",
        "'type':'reset','point':'BUILD_ID' | /operation/buildId",
        "'type':'reset','point':'FIRST_WORKFLOW_TASK','buildId':'b' | /operation/buildId",
        "'type':'updateOptions','priority':{'priorityKey':-1} | /operation/priority/priorityKey",
        "'type':'updateOptions','versioningOverride':{} | /operation/versioningOverride",
        "'type':'cancel','activityType':'x' | /operation/activityType",
        "'type':'unpauseActivities','keepPaused':true | /operation/keepPaused",
        "'type':'resetActivities','activityType':'' | /operation/activityType",
        "'type':'updateActivityOptions' | /operation/activityOptions",
        "'type':'updateActivityOptions','activityOptions':{'taskQueue':''} | /operation/activityOptions/taskQueue"
      })
  void wrongOperationsHaveAPointer(String operation, String pointer) {
    Answer refused = post("{" + QUERY + ",'operation':{" + operation + "},'reason':'a test'}");

    refused.isProblem(422, "validation");
    assertThat(refused.at("/errors/0/pointer")).as(refused.text()).isEqualTo(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'operation':{'type':'cancel'},'reason':'r'} | validation",
        "{'executions':[],'operation':{'type':'cancel'},'reason':'r'} | validation",
        "{'query':'a = 1','executions':[{'workflowId':'a'}],'operation':{'type':'cancel'},'reason':'r'} | validation",
        "{'executions':[{'workflowId':''}],'operation':{'type':'cancel'},'reason':'r'} | validation",
        "{'query':'a = 1','operation':{'type':'cancel'}} | validation",
        "{'query':'a = 1','operation':{'type':'cancel'},'reason':' '} | validation",
        "{'query':'a = 1','reason':'r'} | validation",
        "{'query':'a = 1','operation':{'type':'cancel'},'reason':'r','maxOperationsPerSecond':0} | validation",
        "{'query':'x y z','operation':{'type':'cancel'},'reason':'r'} | invalid-query"
      })
  void wrongBatchesAreRefused(String body, String code) {
    Answer refused = post(body);

    refused.isProblem(422, code);
    assertThat(gateway.get("/batches?dryRun=maybe").status()).isEqualTo(200);
    gateway.post("/batches?dryRun=maybe", "{}").isProblem(422, "validation");
  }

  @Test
  void everyRouteIsNotSupportedWithoutBatches() throws Exception {
    try (var temporal = new InMemoryTemporal();
        var own = OwnGateway.start(temporal.target())) {
      GatewayClient client = own.client();
      String body = "{\"query\":\"a = 1\",\"operation\":{\"type\":\"cancel\"},\"reason\":\"r\"}";

      client.post("/batches", body).isProblem(501, "not-supported");
      client.post("/batches", body, "Idempotency-Key", "k").isProblem(501, "not-supported");
      client.post("/batches?dryRun=true", body).isProblem(501, "not-supported");
      client.get("/batches").isProblem(501, "not-supported");
      client.get("/batches/x").isProblem(501, "not-supported");
      client.send("POST", "/batches/x/stop").isProblem(501, "not-supported");
    }
  }

  private Answer post(String body) {
    return gateway.post("/batches", body.replace('\'', '"'));
  }
}
