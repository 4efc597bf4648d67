package io.github.temporalgateway.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TokenIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does several things at once needs a policy for each: starts with messages, and batches. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposedOperationsIT extends RealGateway {

  private final TokenIssuer issuer = new TokenIssuer("k1");
  private final String[] orders = issuer.bearer("orders", "default:write");
  private final String[] approver = issuer.bearer("approver", "default:write");
  private final String[] planner = issuer.bearer("planner", "default:write");
  private final String[] dreamer = issuer.bearer("dreamer", "default:write");
  private final String[] restorer = issuer.bearer("restorer", "default:write");
  private final String[] operator = issuer.bearer("operator", "default:write");
  private final String[] cleaner = issuer.bearer("cleaner", "default:write");
  @TempDir private static Path folder;
  private String[] settings = {};
  private OwnGateway secured;
  private GatewayClient caller;

  @BeforeAll
  void start(TemporalDevServer server) {
    Path keys = TokenIssuer.publish(folder.resolve("jwks.json"), issuer);
    settings =
        TokenIssuer.policies(
            keys,
            "policies[0].callers=orders",
            "policies[0].operations=startWorkflow,startBatch,describeWorkflow",
            "policies[0].workflow-types=Echo,WaitFor*",
            "policies[1].callers=orders",
            "policies[1].operations=signalWorkflow,updateWorkflow",
            "policies[1].workflow-types=WaitFor*",
            "policies[1].names=go",
            "policies[2].callers=orders",
            "policies[2].operations=terminateWorkflow",
            "policies[2].workflow-types=Echo",
            "policies[3].callers=approver",
            "policies[3].operations=startBatch,signalWorkflow",
            "policies[3].names=approve",
            "policies[4].callers=planner",
            "policies[4].operations=createSchedule,replaceSchedule",
            "policies[5].callers=planner",
            "policies[5].operations=startWorkflow",
            "policies[5].workflow-types=Echo",
            "policies[6].callers=dreamer",
            "policies[6].operations=createSchedule",
            "policies[7].callers=restorer,operator",
            "policies[7].operations=startBatch",
            "policies[8].callers=restorer",
            "policies[8].operations=resetWorkflow",
            "policies[8].workflow-types=Echo",
            "policies[9].callers=operator",
            "policies[9].operations=resetWorkflow",
            "policies[10].callers=cleaner",
            "policies[10].operations=startBatch,deleteWorkflow",
            "policies[10].workflow-types=Echo");
    secured = OwnGateway.start(server.target(), settings);
    caller = secured.client();
  }

  @AfterAll
  void stop() {
    secured.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'signal':{'name':'go'}", "'update':{'name':'go'}"})
  void messageOfAStartIsJudgedByWhatHasTheIdAlready(String message) {
    String id = id("taken");
    String named = "'workflowId':'" + id + "'";
    gateway.post("/workflows", startUnworked("Echo", named)).is(201);
    caller.get("/workflows/" + id, orders).is(200);
    long known = secured.rpcs().descriptions(id);

    Answer answer =
        caller.post(
            "/workflows",
            start("WaitForSignal", named, message, "'idConflictPolicy':'USE_EXISTING'"),
            orders);

    answer.isProblem(403, "permission-denied");
    assertThat(gateway.get("/workflows/" + id + "/history").is(200).text())
        .doesNotContain("WORKFLOW_EXECUTION_SIGNALED");
    assertThat(secured.rpcs().descriptions(id)).isEqualTo(known + 1);
  }

  @Test
  void scheduleStartsOnlyWhatItsCallerMayStart() {
    String id = id("planned");
    String named = ",'scheduleId':'" + id + "'";
    assertThat(
            caller
                .post("/schedules", schedule("Payment", named), planner)
                .isProblem(403, "permission-denied")
                .at("/detail"))
        .contains("startWorkflow", "'Payment'");
    caller.post("/schedules", schedule("Echo", named), dreamer).isProblem(403, "permission-denied");
    // Runs of a Schedule get ids of their own, so it does not matter what has this one.
    gateway.post("/workflows", startUnworked("Sleep", "'workflowId':'" + id + "'")).is(201);
    caller.post("/schedules", schedule("Echo", named), planner).is(201);

    caller
        .send(
            "PUT",
            "/schedules/" + id,
            schedule("Payment").getBytes(UTF_8),
            planner[0],
            planner[1],
            "Content-Type",
            "application/json")
        .isProblem(403, "permission-denied");

    assertThat(gateway.get("/schedules/" + id).at("/action/workflowType")).isEqualTo("Echo");
    gateway.send("DELETE", "/schedules/" + id).is(204);
  }

  @Test
  void batchSendsOnlySignalsOfTheNames() {
    String query = "'query':'WorkflowId = \"none\"'";

    assertThat(
            dry(batch(query, "'type':'signal','name':'stop'"), approver)
                .isProblem(403, "permission-denied")
                .at("/detail"))
        .contains("'stop'");
    dry(batch(query, "'type':'signal','name':'approve'"), approver).is(200);
    dry(batch(query, "'type':'signal','name':'approve'"), orders)
        .isProblem(403, "permission-denied");
    dry(batch(query, "'type':'signal','name':'go'"), orders).is(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel", "delete", "terminate"})
  void batchDoesOnlyWhatItsCallerMayDoToOne(String operation) {
    String type = "'type':'" + operation + "'";
    dry(batch("'query':'WorkflowId = \"none\"'", type), approver)
        .isProblem(403, "permission-denied");

    Answer answer = dry(batch("'query':'WorkflowId = \"none\"'", type), orders);

    if (operation.equals("terminate")) {
      answer.is(200);
    } else {
      assertThat(answer.isProblem(403, "permission-denied").at("/detail"))
          .contains(operation + "Workflow");
    }
  }

  @Test
  void batchTouchesOnlyWhatBothPoliciesAllow() {
    String id = id("batch");
    gateway.post("/workflows", startUnworked("Echo", "'workflowId':'" + id + "-a'")).is(201);
    gateway
        .post("/workflows", startUnworked("WaitForSignal", "'workflowId':'" + id + "-b'"))
        .is(201);
    gateway.post("/workflows", startUnworked("Sleep", "'workflowId':'" + id + "-c'")).is(201);
    String batch = batch("'query':'WorkflowId STARTS_WITH \"" + id + "\"'", "'type':'terminate'");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> gateway.post("/batches?dryRun=true", batch).is(200).at("/count").equals("3"));

    assertThat(dry(batch, orders).is(200).at("/count")).isEqualTo("1");
    String job = caller.post("/batches", batch, orders).is(202).at("/jobId");

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> gateway.get("/batches/" + job).is(200).at("/state").equals("COMPLETED"));
    assertThat(gateway.get("/workflows/" + id + "-a").at("/status")).isEqualTo("TERMINATED");
    assertThat(gateway.get("/workflows/" + id + "-b").at("/status")).isEqualTo("RUNNING");
    assertThat(gateway.get("/workflows/" + id + "-c").at("/status")).isEqualTo("RUNNING");
  }

  @Test
  void batchOfResetsIsForThoseWhoMayResetAll() {
    String some = "'query':'WorkflowId = \"none\"'";
    String reset = "'type':'reset','point':'FIRST_WORKFLOW_TASK'";

    for (String executions : List.of(some, listed("Echo", true))) {
      assertThat(
              dry(batch(executions, reset), restorer)
                  .isProblem(403, "permission-denied")
                  .at("/detail"))
          .contains("resets");
    }
    dry(batch(some, reset), operator).is(200);
  }

  @Test
  void listOfABatchIsJudgedByRun() {
    String echo = listed("Echo", true);
    String waiting = listed("WaitForSignal", true);
    String hidden = listed("Sleep", true);

    dry(batch(echo, "'type':'terminate'"), orders).is(200);
    dry(batch(waiting, "'type':'terminate'"), orders).isProblem(403, "permission-denied");
    dry(batch(hidden, "'type':'terminate'"), orders).isProblem(404, "workflow-not-found");
    dry(batch(listed("Echo", false), "'type':'terminate'"), orders).is(422);
    dry(batch("'query':' '", "'type':'terminate'"), orders).is(422);
  }

  @Test
  void retryIsAnsweredWhenTheRunsOfTheListAreGone(TemporalDevServer server) {
    String list = listed("Echo", true);
    String id = list.replaceAll(".*'workflowId':'([^']+)'.*", "$1");
    String[] keyed =
        Stream.concat(Stream.of(cleaner), Stream.of("Idempotency-Key", id)).toArray(String[]::new);
    String batch = batch(list, "'type':'delete'");
    String job = caller.post("/batches", batch, keyed).is(202).at("/jobId");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            gateway.get("/batches/" + job).is(200).at("/state").equals("COMPLETED")
                && gateway.get("/workflows/" + id).status() == 404);

    // One that has not seen the run.
    try (OwnGateway other = OwnGateway.start(server.target(), settings)) {
      Answer retry = other.client().post("/batches", batch, keyed).is(202);

      assertThat(retry.at("/jobId")).isEqualTo(job);
      assertThat(retry.header("Idempotent-Replayed")).isEqualTo("true");
      other.client().post("/batches", batch, cleaner).isProblem(404, "workflow-not-found");
    }
  }

  private String listed(String type, boolean byRun) {
    String id = id("listed");
    String run =
        gateway
            .post("/workflows", startUnworked(type, "'workflowId':'" + id + "'"))
            .is(201)
            .at("/runId");
    return "'executions':[{'workflowId':'" + id + (byRun ? "','runId':'" + run : "") + "'}]";
  }

  private static String schedule(String type, String... members) {
    return ("{'spec':{'calendars':[{'month':'JAN','dayOfMonth':'1'}]},"
            + "'action':{'workflowType':'%s','taskQueue':'no-worker-here'}%s}")
        .formatted(type, String.join("", members))
        .replace('\'', '"');
  }

  private Answer dry(String batch, String[] who) {
    return caller.post("/batches?dryRun=true", batch, who);
  }

  private static String batch(String executions, String operation) {
    return ("{" + executions + ",'operation':{" + operation + "},'reason':'x'}")
        .replace("\"", "\\\"")
        .replace('\'', '"');
  }
}
