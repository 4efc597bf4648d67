package io.github.temporalgateway.connection.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.samples.SampleWorker;
import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TestCertificates;
import io.github.temporalgateway.testing.TlsEdge;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One gateway before two Temporal Services, one of them behind mutual TLS. */
@RealTemporal
class ManyConnectionsIT {

  private static final String CLOUD = "/namespaces/orders.a1b2c/workflows";
  private static final String HEALTH = "/components/temporal/components/";

  @TempDir private Path folder;

  @Test
  void namespacesBelongToTheirServices(TemporalDevServer near) throws Exception {
    TestCertificates certificates =
        new TestCertificates(folder, "ca").server("server", "localhost").client("client-a");
    Path edgeFolder = Files.createDirectory(folder.resolve("edge"));
    try (TemporalDevServer far = TemporalDevServer.startWithNamespace("orders.a1b2c");
        TlsEdge edge =
            TlsEdge.withClientCertificates(
                edgeFolder, far.target(), certificates, certificates.ca());
        OwnGateway own =
            OwnGateway.start(
                near.target(),
                "gateway.namespaces.allow=temporal-system",
                "gateway.connections.cloud.target=" + edge.target(),
                "gateway.connections.cloud.ssl-bundle=c",
                "gateway.connections.cloud.namespaces=orders.a1b2c",
                "spring.ssl.bundle.pem.c.keystore.certificate="
                    + certificates.certificate("client-a"),
                "spring.ssl.bundle.pem.c.keystore.private-key=" + certificates.key("client-a"),
                "spring.ssl.bundle.pem.c.truststore.certificate=" + certificates.ca())) {
      GatewayClient client = own.client();

      String id = client.post(CLOUD, start()).is(201).at("/workflowId");
      assertThat(client.get(CLOUD + "/" + id).is(200).at("/namespace")).isEqualTo("orders.a1b2c");
      client.get("/workflows/" + id).isProblem(404, "workflow-not-found");
      client.post("/workflows", start(), "Prefer", "wait=20").is(200);
      client.get("/namespaces/temporal-system/workflows").is(200);
      client.get("/namespaces/elsewhere/workflows").isProblem(404, "namespace-not-found");
      assertThat(edge.calls())
          .filteredOn(call -> call.endsWith("/StartWorkflowExecution"))
          .singleElement()
          .asString()
          .contains("CN=client-a")
          .contains("\"orders.a1b2c\"");

      Answer up = own.management().get("/actuator/health").is(200);
      assertThat(up.at(HEALTH + "cloud/status")).isEqualTo("UP");
      assertThat(up.at(HEALTH + "cloud/details/namespaces/orders.a1b2c")).isEqualTo("UP");
      assertThat(up.at(HEALTH + "default/details/namespaces/default")).isEqualTo("UP");

      far.kill();
      Answer down = own.management().get("/actuator/health").is(503);
      assertThat(down.at(HEALTH + "cloud/status")).isEqualTo("DOWN");
      assertThat(down.at(HEALTH + "default/status")).isEqualTo("UP");
      own.management().get("/actuator/health/readiness").is(200);
      client.post(CLOUD, start()).isProblem(503, "temporal-unavailable");
      client.post("/workflows", start(), "Prefer", "wait=20").is(200);
    }
  }

  private static String start() {
    return "{\"workflowType\":\"Greeting\",\"taskQueue\":\"%s\",\"input\":\"both\"}"
        .formatted(SampleWorker.TASK_QUEUE);
  }
}
