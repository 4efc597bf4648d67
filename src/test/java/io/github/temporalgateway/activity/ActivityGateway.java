package io.github.temporalgateway.activity;

import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.RealGateway;
import java.time.Duration;
import java.util.Base64;

/** A test with an Activity that a Worker leaves to be completed by others. */
abstract class ActivityGateway extends RealGateway {

  /** Path of the execution. */
  String workflow = "";

  /** Starts a Workflow with such an Activity in a Java Worker, and returns the token in base64. */
  final String startedExternal() {
    workflow = "/workflows/" + id("external");
    gateway
        .post(
            "/workflows",
            """
            {"workflowType":"AnyActivity","taskQueue":"samples","workflowId":"%s",
             "input":{"activityType":"External","taskQueue":"samples"}}\
            """
                .formatted(workflow.substring(workflow.lastIndexOf('/') + 1)))
        .is(201);
    return token(1);
  }

  /** The token of an attempt, which is what the sample's heartbeat says. */
  final String token(int attempt) {
    return await("attempt " + attempt)
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              var activity = gateway.get(workflow).is(200).json().at("/pendingActivities/0");
              return activity.path("attempt").asInt(0) == attempt
                  ? activity.at("/heartbeatDetails/0").asString("")
                  : "";
            },
            token -> !token.isEmpty() && isOf(token, attempt));
  }

  /** The heartbeat of the attempt before is there until this one sends its own. */
  private boolean isOf(String token, int attempt) {
    String bytes =
        new String(Base64.getDecoder().decode(token), java.nio.charset.StandardCharsets.ISO_8859_1);
    return bytes.contains(" ") && bytes.contains("(" + (char) attempt);
  }

  final String activity(String below) {
    return workflow + "/activities/" + activityId() + below;
  }

  private String activityId() {
    return gateway.get(workflow).is(200).at("/pendingActivities/0/activityId");
  }

  static String withToken(String token, String... members) {
    StringBuilder body = new StringBuilder("{\"taskToken\":\"" + token + "\"");
    for (String member : members) {
      body.append(',').append(member.replace('\'', '"'));
    }
    return body.append('}').toString();
  }
}
