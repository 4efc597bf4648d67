package io.github.temporalgateway.workflow.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import org.junit.jupiter.api.Test;

/** What a caller sees of a Temporal Service that cannot pause executions. */
class WithoutPauseIT {

  @Test
  void pauseAndUnpauseAreNotSupported() {
    try (var server = TemporalDevServer.startWith("frontend.WorkflowPauseEnabled=false");
        var gateway = OwnGateway.start(server.target())) {
      GatewayClient client = gateway.client();
      client
          .post(
              "/workflows",
              "{\"workflowType\":\"X\",\"workflowId\":\"x\",\"taskQueue\":\"nobody\"}")
          .is(201);

      Answer pause = client.post("/workflows/x/pause", "{\"reason\":\"look\"}");

      pause.isProblem(501, "not-supported");
      assertThat(pause.at("/detail")).contains("pause is not enabled");
      client.send("POST", "/workflows/x/unpause").isProblem(501, "not-supported");
    }
  }
}
