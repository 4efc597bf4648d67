package io.github.temporalgateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a caller sees when it talks to an execution. */
class MessagesIT extends RealGateway {

  private String id = "";
  private String workflow = "";

  @BeforeEach
  void startWorkflow() {
    id = "messages-" + UUID.randomUUID();
    workflow = "/workflows/" + id;
    started("WaitForSignal", id);
  }

  @Test
  void signalReachesTheWorkflow() {
    Answer sent = gateway.post(workflow + "/signals/proceed", "{\"input\":{\"b\":1.10}}").is(202);

    assertThat(sent.header("Temporal-Workflow-Id")).isEqualTo(id);
    assertThat(gateway.get(workflow + "/result?wait=10s").is(200).text()).isEqualTo("{\"b\":1.10}");
  }

  @Test
  void signalNeedsNoBody() {
    gateway.send("POST", workflow + "/signals/proceed").is(202);

    assertThat(gateway.get(workflow + "/result?wait=10s").is(200).text()).isEqualTo("null");
  }

  @Test
  void signalToClosedWorkflowIsRefused() {
    close();

    Answer refused = gateway.post(workflow + "/signals/proceed", "{}");

    refused.isProblem(409, "workflow-closed");
    assertThat(refused.at("/workflowId")).isEqualTo(id);
  }

  @Test
  void messagesToUnknownWorkflowAre404() {
    String unknown = "/workflows/unknown-" + UUID.randomUUID();

    gateway.post(unknown + "/signals/x", "{}").isProblem(404, "workflow-not-found");
    gateway.get(unknown + "/queries/x").isProblem(404, "workflow-not-found");
    gateway.post(unknown + "/updates/x", "{}").isProblem(404, "workflow-not-found");
    gateway.get(unknown + "/handlers").isProblem(404, "workflow-not-found");
    gateway.get(unknown + "/updates/x/result").isProblem(404, "workflow-not-found");
  }

  @Test
  void strictSignalNamesTheHandlersThereAre() {
    Answer refused = gateway.post(workflow + "/signals/procede?strict=true", "{}");

    refused.isProblem(404, "unknown-handler");
    assertThat(refused.at("/known/0")).isEqualTo("proceed");
    assertThat(refused.at("/detail")).contains("Did you mean 'proceed'?");
    gateway.post(workflow + "/signals/proceed?strict=true", "{}").is(202);
  }

  @Test
  void signalWithoutStrictIsTakenWhateverItsName() {
    gateway.post(workflow + "/signals/anything", "{}").is(202);
  }

  @Test
  void queryAnswersWithItsResult() {
    Answer answer = gateway.get(workflow + "/queries/state").is(200);

    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.at("/total")).isEqualTo("0");
    gateway.post(workflow + "/updates/add?wait=10s", "{\"input\":4}").is(200);
    assertThat(gateway.post(workflow + "/queries/times", "{\"args\":[3]}").is(200).text())
        .isEqualTo("12");
  }

  @Test
  void queryWorksOnClosedWorkflowUnlessRejected() {
    close();

    gateway.get(workflow + "/queries/state").is(200);
    gateway
        .get(workflow + "/queries/state?rejectCondition=NOT_OPEN")
        .isProblem(409, "query-rejected");
  }

  @Test
  void failingQueryIs424WithoutStackTrace() {
    Answer failed = gateway.get(workflow + "/queries/broken");

    failed.is(424);
    assertThat(failed.at("/code")).isEqualTo("query-failed");
    assertThat(failed.text()).contains("This query is broken.").doesNotContain("\\tat ");
  }

  @Test
  void unknownQueryNamesTheHandlersThereAre() {
    Answer refused = gateway.get(workflow + "/queries/stat");

    refused.isProblem(404, "unknown-handler");
    assertThat(refused.at("/detail")).contains("Did you mean 'state'?");
    assertThat(refused.text()).contains("\"times\"");
  }

  @Test
  void updateAnswersWithItsResult() {
    Answer updated = gateway.post(workflow + "/updates/add?wait=10s", "{\"input\":5}").is(200);

    assertThat(updated.text()).isEqualTo("5");
    assertThat(updated.header("Temporal-Run-Id")).isNotEmpty();
  }

  @Test
  void longUpdateIs202WithHandleThatWorksLater() {
    Answer accepted = gateway.post(workflow + "/updates/addLater", "{\"input\":7}").is(202);
    String result = accepted.header("Location");

    assertThat(accepted.at("/stage")).isEqualTo("ACCEPTED");
    assertThat(accepted.at("/links/result")).isEqualTo(result);
    assertThat(accepted.header("Retry-After")).isNotEmpty();
    gateway.get(result).is(202);
    gateway.get(result, "Prefer", "wait=1").is(202);
    close();
    assertThat(gateway.get(result, "Prefer", "wait=10").is(200).text()).isEqualTo("7");
  }

  @Test
  void rejectedUpdateIs422AndFailedUpdateIs424() {
    Answer rejected = gateway.post(workflow + "/updates/add?wait=10s", "{\"input\":-1}");
    Answer failed = gateway.post(workflow + "/updates/add?wait=10s", "{\"input\":13}");

    rejected.is(422);
    assertThat(rejected.at("/code")).isEqualTo("update-rejected");
    assertThat(rejected.at("/detail")).contains("The number is negative.");
    failed.is(424);
    assertThat(failed.at("/code")).isEqualTo("update-failed");
    assertThat(failed.at("/failure/type")).isEqualTo("BadLuck");
    assertThat(failed.text() + rejected.text()).doesNotContain("\\tat ", "stackTrace");
  }

  @Test
  void resultOfFailedUpdateIs424() {
    String update = "{\"input\":13,\"updateId\":\"unlucky\"}";
    gateway.post(workflow + "/updates/add?wait=10s", update).is(424);

    Answer now = gateway.get(workflow + "/updates/unlucky/result").is(424);
    Answer waited = gateway.get(workflow + "/updates/unlucky/result", "Prefer", "wait=10").is(424);

    assertThat(List.of(now, waited))
        .allSatisfy(failed -> {
          assertThat(failed.at("/code")).isEqualTo("update-failed");
          assertThat(failed.at("/detail")).contains("13 brings bad luck.");
          assertThat(failed.at("/failure/type")).isEqualTo("BadLuck");
          assertThat(failed.at("/workflowId")).isEqualTo(id);
          assertThat(failed.text()).doesNotContain("\\tat ", "stackTrace", ".java");
        });
  }

  @Test
  void unknownUpdateNamesTheHandlersThereAre() {
    Answer refused = gateway.post(workflow + "/updates/ad", "{\"input\":1}");

    refused.isProblem(404, "unknown-handler");
    assertThat(refused.text()).contains("\"add\"", "\"addLater\"");
  }

  @Test
  void updateToClosedWorkflowIsRefused() {
    close();

    gateway.post(workflow + "/updates/add", "{\"input\":1}").isProblem(409, "workflow-closed");
  }

  @Test
  void updateIdIsSentAtMostOnce() {
    gateway.post(workflow + "/updates/add?wait=10s", "{\"input\":5,\"updateId\":\"u1\"}").is(200);
    Answer again =
        gateway.post(workflow + "/updates/add?wait=10s", "{\"input\":5,\"updateId\":\"u1\"}");

    assertThat(again.is(200).text()).isEqualTo("5");
    assertThat(gateway.get(workflow + "/queries/state").at("/total")).isEqualTo("5");
    gateway.get(workflow + "/updates/unknown/result").isProblem(404, "update-not-found");
    gateway
        .post(workflow + "/updates/add", "{\"input\":5,\"updateId\":\"\"}")
        .isProblem(422, "validation");
  }

  @Test
  void handlersAreListed() {
    Answer handlers = gateway.get(workflow + "/handlers").is(200);

    assertThat(handlers.text())
        .contains("\"signals\":[{\"name\":\"proceed\"}", "\"name\":\"state\"", "\"addLater\"");
  }

  @Test
  void withoutWorkerNothingHangs() {
    String idle = "idle-" + UUID.randomUUID();
    gateway.post("/workflows", startUnworked("Greeting", "'workflowId':'" + idle + "'")).is(201);

    Instant start = Instant.now();
    Answer query = gateway.get("/workflows/" + idle + "/queries/state");
    Duration queryTook = Duration.between(start, Instant.now());
    Answer update = gateway.post("/workflows/" + idle + "/updates/add", "{\"input\":1}");

    query.isProblem(503, "no-worker");
    assertThat(query.header("Retry-After")).isNotEmpty();
    assertThat(query.at("/detail")).contains("no-worker-here");
    update.isProblem(503, "no-worker");
    gateway.get("/workflows/" + idle + "/handlers").isProblem(503, "no-worker");
    assertThat(rpcs.queries(idle)).as("nothing is asked again that was given up").isEqualTo(2);
    // Promised are 2 s; the bound is for noisy machines and far from Temporal's own 30 s.
    assertThat(queryTook).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void strictSignalWithoutWorkerIs503() {
    String idle = "idle-" + UUID.randomUUID();
    gateway.post("/workflows", startUnworked("Greeting", "'workflowId':'" + idle + "'")).is(201);

    gateway.post("/workflows/" + idle + "/signals/x?strict=true", "{}").isProblem(503, "no-worker");
  }

  @Test
  void handlersOfWorkflowThatHasNotBegunAreAConflict() {
    String id = id("not-begun");
    started("WaitForSignal", id, "'startDelay':'PT1H'");

    gateway.get("/workflows/" + id + "/handlers").isProblem(409, "conflict");
    gateway.get("/workflows/" + id + "/queries/state").isProblem(409, "conflict");
    gateway.post("/workflows/" + id + "/terminate", "{}").is(204);
  }

  @Test
  void badMessagesAreRefused() {
    gateway
        .post(workflow + "/signals/x", "{\"input\":1,\"args\":[1]}")
        .isProblem(422, "validation");
    gateway.post(workflow + "/signals/x", "{\"inptu\":1}").isProblem(422, "validation");
    gateway.post(workflow + "/queries/state", "{").isProblem(400, "malformed-request");
    gateway.post(workflow + "/signals/~!", "{}").isProblem(422, "validation");
    gateway.get(workflow + "/queries/state?rejectCondition=NEVER").isProblem(422, "validation");
    gateway.post(workflow + "/signals/x?strict=perhaps", "{}").isProblem(422, "validation");
    gateway.get(workflow + "/signals/x").isProblem(405, "method-not-allowed");
  }

  private void close() {
    gateway.post(workflow + "/signals/proceed", "{}").is(202);
    gateway.get(workflow + "/result?wait=10s").is(200);
  }
}
