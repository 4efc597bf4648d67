package io.github.temporalgateway.connection.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** How channels are kept is what was set. */
@RealTemporal
class ChannelIT {

  @Test
  void largerAnswerThanAllowedIsRefused(TemporalDevServer server) {
    String large = "x".repeat(20_000);
    try (OwnGateway own =
        OwnGateway.start(server.target(), "gateway.temporal.channel.max-response=10KB")) {
      String id =
          own.client()
              .post(
                  "/workflows",
                  "{\"workflowType\":\"Nothing\",\"taskQueue\":\"idle\",\"input\":\"%s\"}"
                      .formatted(large))
              .is(201)
              .at("/workflowId");

      own.client().get("/workflows/" + id).is(200);
      Answer refused = own.client().get("/workflows/" + id + "/history");
      refused.isProblem(502, "temporal-error");
      assertThat(refused.at("/detail")).contains("gateway.temporal.channel.max-response");
    }
  }

  @Test
  void timesReachTheSdk() {
    WorkflowServiceStubsOptions options =
        new ChannelProperties(
                Duration.ofSeconds(11),
                Duration.ofSeconds(12),
                Duration.ofSeconds(13),
                Duration.ofSeconds(14),
                DataSize.ofMegabytes(1))
            .applyTo(WorkflowServiceStubsOptions.newBuilder())
            .build();

    assertThat(options.getKeepAliveTime()).isEqualTo(Duration.ofSeconds(11));
    assertThat(options.getKeepAliveTimeout()).isEqualTo(Duration.ofSeconds(12));
    assertThat(options.getConnectionBackoffResetFrequency()).isEqualTo(Duration.ofSeconds(13));
    assertThat(options.getGrpcReconnectFrequency()).isEqualTo(Duration.ofSeconds(14));
    assertThat(options.getKeepAlivePermitWithoutStream()).isTrue();
  }
}
