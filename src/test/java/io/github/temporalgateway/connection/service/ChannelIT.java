package io.github.temporalgateway.connection.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
  void deadlineBeyondTheOneOfTheSdkIsKept() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        OwnGateway own =
            OwnGateway.start(
                "127.0.0.1:" + silent.getLocalPort(), "gateway.temporal.rpc-timeout=12s")) {
      long start = System.nanoTime();
      own.client().get("/workflows/x").isProblem(504, "temporal-timeout");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(11));
    }
  }

  @Test
  void deadlinesOfTheSdkAreOnlyRaised() {
    WorkflowServiceStubsOptions raised =
        new CallDeadlines(Duration.ofSeconds(5), Duration.ofSeconds(25))
            .applyTo(WorkflowServiceStubsOptions.newBuilder())
            .build();
    WorkflowServiceStubsOptions kept =
        new CallDeadlines(Duration.ofSeconds(5), Duration.ofSeconds(5))
            .applyTo(WorkflowServiceStubsOptions.newBuilder())
            .build();

    assertThat(raised.getRpcTimeout()).isEqualTo(Duration.ofSeconds(25));
    assertThat(raised.getRpcQueryTimeout()).isEqualTo(Duration.ofSeconds(25));
    assertThat(kept.getRpcTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(kept.getRpcQueryTimeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void timesReachTheSdk() {
    WorkflowServiceStubsOptions options =
        new ChannelProperties(
                Duration.ofSeconds(11),
                Duration.ofSeconds(12),
                Duration.ofSeconds(13),
                Duration.ofSeconds(14),
                DataSize.ofMegabytes(1),
                GrpcCompression.GZIP)
            .applyTo(WorkflowServiceStubsOptions.newBuilder())
            .build();

    assertThat(options.getGrpcCompression()).isEqualTo(GrpcCompression.GZIP);
    assertThat(options.getKeepAliveTime()).isEqualTo(Duration.ofSeconds(11));
    assertThat(options.getKeepAliveTimeout()).isEqualTo(Duration.ofSeconds(12));
    assertThat(options.getConnectionBackoffResetFrequency()).isEqualTo(Duration.ofSeconds(13));
    assertThat(options.getGrpcReconnectFrequency()).isEqualTo(Duration.ofSeconds(14));
    assertThat(options.getKeepAlivePermitWithoutStream()).isTrue();
  }
}
