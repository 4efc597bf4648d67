package io.github.temporalgateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TokenIssuer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.NestedExceptionUtils;

/** Policies narrow what permissions allow: by type, Task Queue, message and operation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoliciesIT extends RealGateway {

  private static final String READ =
      "describeWorkflow,listWorkflows,countWorkflows,streamWorkflow*";

  private final TokenIssuer issuer = new TokenIssuer("k1");
  private final String[] orders = issuer.bearer("orders", "default:write");
  @TempDir private static Path folder;
  private OwnGateway secured;
  private GatewayClient caller;

  @BeforeAll
  void start(TemporalDevServer server) {
    secured =
        start(
            server,
            "policies[0].callers=orders",
            "policies[0].operations=startWorkflow," + READ,
            "policies[0].workflow-types=Echo,WaitFor*",
            "policies[0].task-queues=samples",
            "policies[1].callers=orders",
            "policies[1].operations=signalWorkflow",
            "policies[1].workflow-types=WaitFor*",
            "policies[1].names=go",
            "policies[2].callers=or*",
            "policies[2].operations=describeWorkflow",
            "policies[2].workflow-types=Sleep");
    caller = secured.client();
  }

  private OwnGateway start(TemporalDevServer server, String... policies) {
    Path keys = TokenIssuer.publish(folder.resolve("jwks.json"), issuer);
    return OwnGateway.start(server.target(), TokenIssuer.policies(keys, policies));
  }

  @AfterAll
  void stop() {
    secured.close();
  }

  @Test
  void whatNoPolicyAllowsIsDenied() {
    String[] stranger = issuer.bearer("web", "default:admin");

    caller.get("/workflows", stranger).isProblem(403, "permission-denied");
    caller.post("/workflows", start("Echo"), stranger).isProblem(403, "permission-denied");
    caller.get("/me", stranger).is(200);
    caller.get("/workflow-count", orders).is(200);
    caller
        .post("/workflows/" + id("x") + "/cancel", "{}", orders)
        .isProblem(403, "permission-denied");
  }

  @Test
  void permissionsStillCount() {
    String[] reader = issuer.bearer("orders", "default:read");

    Answer refused = caller.post("/workflows", start("Echo"), reader);

    assertThat(refused.isProblem(403, "permission-denied").at("/detail")).contains("default:write");
  }

  @Test
  void onlyTypesAndTaskQueuesOfThePolicyAreStarted() {
    caller.post("/workflows", start("Echo"), orders).is(201);
    assertThat(
            caller
                .post("/workflows", start("Sleep"), orders)
                .isProblem(403, "permission-denied")
                .at("/detail"))
        .isEqualTo("No policy allows startWorkflow in default of the type 'Sleep'.");
    caller.post("/workflows", startUnworked("Echo"), orders).isProblem(403, "permission-denied");
  }

  @Test
  void executionOfAnotherTypeIsAsIfItWereNotThere() {
    String hidden = id("hidden");
    started("Greeting", hidden, "'input':'x'");
    String absent = id("absent");

    Answer first = caller.get("/workflows/" + hidden, orders).isProblem(404, "workflow-not-found");
    Answer second = caller.get("/workflows/" + absent, orders).isProblem(404, "workflow-not-found");

    assertThat(like(first, hidden)).isEqualTo(like(second, absent));
  }

  private static String like(Answer answer, String id) {
    return answer.text().replace(id, "id").replaceAll("\"traceId\":\"\\w+\"", "");
  }

  @Test
  void executionThatOneMaySeeButNotTouchIs403() {
    String sleeping = id("sleeping");
    started("Sleep", sleeping, "'input':60");

    caller.get("/workflows/" + sleeping, orders).is(200);
    caller
        .post("/workflows/" + sleeping + "/signals/go", "{}", orders)
        .isProblem(403, "permission-denied");
    gateway.post("/workflows/" + sleeping + "/terminate", "{}").is(204);
  }

  @Test
  void onlySignalsOfTheNamesAreSent() {
    String waiting = id("waiting");
    caller
        .post("/workflows", start("WaitForSignal", "'workflowId':'" + waiting + "'"), orders)
        .is(201);

    assertThat(
            caller
                .post("/workflows/" + waiting + "/signals/stop", "{}", orders)
                .isProblem(403, "permission-denied")
                .at("/detail"))
        .contains("signalWorkflow", "'stop'");
    caller.post("/workflows/" + waiting + "/signals/go", "{\"input\":\"x\"}", orders).is(202);
  }

  @Test
  void startDoesNothingToAnExecutionOfAnotherType() {
    String foreign = id("foreign");
    started("Sleep", foreign, "'input':60");
    String id = "'workflowId':'" + foreign + "'";

    for (String more :
        List.of(
            "'idConflictPolicy':'USE_EXISTING'",
            "'idConflictPolicy':'TERMINATE_EXISTING'",
            "'signal':{'name':'go'}")) {
      caller
          .post("/workflows", start("WaitForSignal", id, more), orders)
          .isProblem(403, "permission-denied");
    }
    caller
        .post("/workflows", start("WaitForSignal", "'signal':{'name':'stop'}"), orders)
        .isProblem(403, "permission-denied");
    caller.post("/workflows", start("WaitForSignal", "'signal':{'name':'go'}"), orders).is(201);
    caller
        .post("/workflows", start("WaitForSignal", "'update':{'name':'go'}"), orders)
        .isProblem(403, "permission-denied");
    gateway.post("/workflows/" + foreign + "/terminate", "{}").is(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "WorkflowId STARTS_WITH '%s'",
        "WorkflowId STARTS_WITH '%s' OR WorkflowType = 'Greeting'"
      })
  void listsAndCountsFindNoOtherTypes(String query) {
    String mine = id("listed");
    started("Greeting", mine + "-a", "'input':'x'");
    started("Echo", mine + "-b");
    String all = "?query=" + encoded("WorkflowId STARTS_WITH '" + mine + "'");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> gateway.get("/workflow-count" + all).at("/count").equals("2"));
    String asked = "?query=" + encoded(query.formatted(mine));

    Answer list = caller.get("/workflows" + asked, orders).is(200);
    Answer results = caller.get("/workflow-results" + asked, orders).is(200);

    assertThat(list.text()).doesNotContain("\"Greeting\"");
    assertThat(results.text()).doesNotContain(mine + "-a");
    assertThat(caller.get("/workflow-count" + all, orders).is(200).at("/count")).isEqualTo("1");
    assertThat(
            caller
                .get("/workflow-count" + all + encoded(" GROUP BY ExecutionStatus"), orders)
                .is(200)
                .at("/count"))
        .isEqualTo("1");
    if (query.endsWith("'%s'")) {
      assertThat(list.text()).contains(mine + "-b");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WorkflowType = 'x') OR (WorkflowType = 'Greeting'",
        "WorkflowType = '\\') OR (WorkflowType = \"Greeting\" OR WorkflowType = '",
        "WorkflowType = 'x' -- ",
      })
  void queryThatCouldMeanMoreIsRefused(String query) {
    caller.get("/workflows?query=" + encoded(query), orders).isProblem(422, "invalid-query");
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  @Test
  void callersLearnWhatPoliciesLeave() {
    String operations =
        caller.get("/me", orders).is(200).json().at("/grants/0/operations").toString();

    assertThat(operations)
        .contains("startWorkflow", "signalWorkflow", "describeWorkflow", "getCaller")
        .doesNotContain("terminateWorkflow", "queryWorkflow");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "policies[0].workflow-type=x",
        "policies[0].names=a*b",
        "policies[0].workflow-types=it's"
      })
  void policyThatSaysSomethingElseIsRefused(String policy, TemporalDevServer server) {
    assertThatThrownBy(() -> start(server, policy))
        .extracting(NestedExceptionUtils::getMostSpecificCause)
        .isInstanceOf(InsecureStartException.class);
  }
}
