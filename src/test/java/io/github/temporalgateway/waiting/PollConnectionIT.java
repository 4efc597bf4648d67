package io.github.temporalgateway.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.samples.SampleWorker;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TestCertificates;
import io.github.temporalgateway.testing.TlsEdge;
import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proxy that bounds the calls of a connection, as most do, is between gateway and Temporal. */
@RealTemporal
class PollConnectionIT {

  @TempDir private Path folder;

  @Test
  void waitsLeaveRoomForOtherCalls(TemporalDevServer server, WorkflowClient client)
      throws IOException {
    TestCertificates certificates =
        new TestCertificates(folder, "ca").server("server", "localhost");
    try (TlsEdge edge = TlsEdge.withStreams(folder, server.target(), certificates, 8);
        OwnGateway gateway =
            OwnGateway.start(
                edge.target(),
                "gateway.temporal.ssl-bundle=b",
                "spring.ssl.bundle.pem.b.truststore.certificate=" + certificates.ca())) {
      List<String> ids = Waiters.started(client, 40);
      List<FutureTask<Answer>> callers = Waiters.waitingFor(gateway, ids);
      assertThat(gateway.gauge("gateway.long.polls")).isEqualTo(40);

      String body =
          """
          {"workflowType":"Nothing","taskQueue":"%s"}
          """
              .formatted(SampleWorker.TASK_QUEUE);
      gateway.client().post("/workflows", body).is(201);
      gateway.client().get("/workflows/" + ids.getFirst()).is(200);

      Waiters.end(client, ids);
      Waiters.assertAnswered(callers, ids);
    }
  }
}
