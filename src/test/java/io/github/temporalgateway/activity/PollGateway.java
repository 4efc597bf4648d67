package io.github.temporalgateway.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A test whose Workers speak HTTP, with a Task Queue of its own. */
public abstract class PollGateway extends RealGateway {

  /** The queue that the Workers poll. */
  protected String queue = "";

  @BeforeEach
  final void chooseQueue() {
    queue = id("http-workers");
  }

  /** Starts a Workflow with an Activity for the queue, and returns the Workflow's path. */
  protected final String startedActivity(String type, String input, String... options) {
    String workflowId = id("polled");
    StringBuilder call =
        new StringBuilder("{'activityType':'" + type + "','taskQueue':'" + queue + "'");
    for (String option : options) {
      call.append(',').append(option);
    }
    gateway
        .post(
            "/workflows",
            ("{'workflowType':'AnyActivity','taskQueue':'samples','workflowId':'"
                        + workflowId
                        + "','args':["
                        + call
                        + "}")
                    .replace('\'', '"')
                + (input.isEmpty() ? "]}" : "," + input + "]}"))
        .is(201);
    return "/workflows/" + workflowId;
  }

  /** Polls, for so many seconds when it is to wait. */
  protected final Answer poll(String wait, String body) {
    String path = "/task-queues/" + queue + "/activities/poll";
    return wait.isEmpty()
        ? gateway.post(path, body.replace('\'', '"'))
        : gateway.post(path, body.replace('\'', '"'), "Prefer", "wait=" + wait);
  }

  /** The only task that a poll gets. */
  protected final JsonNode polled(String body) {
    JsonNode items = poll("30", body).is(200).json().get("items");
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  /** Completes a task with JSON. */
  protected final void complete(JsonNode task, String result) {
    gateway
        .post(
            "/activities/complete",
            "{\"taskToken\":\""
                + task.get("taskToken").asString()
                + "\",\"result\":"
                + result
                + "}")
        .is(204);
  }
}
