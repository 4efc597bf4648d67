package io.github.temporalgateway.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TokenIssuer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who may work for a Task Queue only gets tasks of it and reports on them, and on no others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityPoliciesIT extends PollGateway {

  private final TokenIssuer issuer = new TokenIssuer("k1");
  private final String[] worker = issuer.bearer("worker", "default:worker");
  private final String[] other = issuer.bearer("other", "default:worker");
  @TempDir private static Path folder;
  private OwnGateway secured;
  private GatewayClient caller;

  @BeforeAll
  void start(TemporalDevServer server) {
    Path keys = TokenIssuer.publish(folder.resolve("jwks.json"), issuer);
    secured =
        OwnGateway.start(
            server.target(),
            TokenIssuer.policies(
                keys,
                "policies[0].callers=worker",
                "policies[0].task-queues=http-workers-*",
                "policies[1].callers=other",
                "policies[1].task-queues=samples"));
    caller = secured.client();
  }

  @AfterAll
  void stop() {
    secured.close();
  }

  @Test
  void taskOfTheQueueIsReportedOnByItsId() {
    JsonNode task = polledByWorker();
    String path = pathOf(task);

    caller.post(path + "/heartbeat", "{}", worker).is(200);
    caller.post(path + "/complete", "{\"result\":1}", worker).is(204);
    caller.post(path + "/complete", "{\"result\":1}", worker).isProblem(404, "activity-not-found");
    gateway.get("/workflows/" + task.get("workflowId").asString() + "/result?wait=20").is(200);
  }

  @Test
  void taskOfAnotherQueueIsAsIfItWereNotThere() {
    JsonNode task = polledByWorker();
    String path = pathOf(task);
    String absent = path.replaceFirst("activities/[^/]+", "activities/absent");

    for (String report : new String[] {"complete", "fail", "cancel", "heartbeat"}) {
      Answer refused = reported(path, report).isProblem(404, "activity-not-found");
      Answer unknown = reported(absent, report).isProblem(404, "activity-not-found");
      assertThat(refused.at("/detail")).isEqualTo(unknown.at("/detail"));
    }
    caller.post(path + "/complete", "{}", worker).is(204);
  }

  @Test
  void tokenOfATaskDoesNotTellItsQueue() {
    JsonNode task = polledByWorker();
    String body = "{\"taskToken\":\"" + task.get("taskToken").asString() + "\"}";

    caller.post("/activities/complete", body, worker).isProblem(403, "permission-denied");
    caller.post(pathOf(task) + "/complete", "{}", worker).is(204);
  }

  private Answer reported(String path, String report) {
    String body = report.equals("fail") ? "{\"failure\":{\"message\":\"x\"}}" : "{}";
    return caller.post(path + "/" + report, body, other);
  }

  private JsonNode polledByWorker() {
    startedActivity("Work", "");
    return caller
        .post("/task-queues/" + queue + "/activities/poll?wait=20", "{}", worker)
        .is(200)
        .json()
        .at("/items/0");
  }

  private static String pathOf(JsonNode task) {
    return "/workflows/"
        + task.get("workflowId").asString()
        + "/activities/"
        + task.get("activityId").asString();
  }
}
