package io.github.temporalgateway.connection.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.samples.SampleWorker;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TestCertificates;
import io.github.temporalgateway.testing.TlsEdge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All ways to describe a secured connection, through a real TLS edge to a real server. */
@RealTemporal
class SecuredConnectionIT {

  private static final String START =
      "{\"workflowType\":\"Greeting\",\"taskQueue\":\"%s\",\"input\":\"TLS\"}"
          .formatted(SampleWorker.TASK_QUEUE);
  private static final String BUNDLE = "gateway.temporal.ssl-bundle=b";
  private static final String PEM = "spring.ssl.bundle.pem.b.";
  private static final String JKS = "spring.ssl.bundle.jks.b.";
  private static final String MTLS = "spring.temporal.connection.mtls.";

  @TempDir private static Path folder;
  private static TestCertificates certificates;
  private static TlsEdge edge;

  @BeforeAll
  static void startEdge(TemporalDevServer server) throws IOException {
    certificates =
        new TestCertificates(folder, "ca")
            .server("server", "localhost", "temporal.test")
            .client("client-a");
    edge =
        TlsEdge.withClientCertificates(
            Files.createDirectory(folder.resolve("edge")),
            server.target(),
            certificates,
            certificates.ca());
  }

  @AfterAll
  static void stopEdge() {
    edge.close();
  }

  @ParameterizedTest
  @MethodSource("waysToShowACertificate")
  void clientCertificateIsShown(List<String> settings) {
    long before = callsOf("CN=client-a");

    try (OwnGateway own = OwnGateway.start(edge.target(), settings.toArray(String[]::new))) {
      assertThat(own.client().post("/workflows", START, "Prefer", "wait=20").is(200).at("/result"))
          .isEqualTo("Hello, TLS!");
    }
    assertThat(callsOf("CN=client-a")).isGreaterThan(before);
  }

  static Stream<List<String>> waysToShowACertificate() throws IOException {
    String certificate = certificates.certificate("client-a").toString();
    String key = certificates.key("client-a").toString();
    Path toml =
        Files.writeString(
            folder.resolve("temporal.toml"),
            """
            [profile.secured]
            address = "127.0.0.1:1"
            [profile.secured.tls]
            client_cert_path = "%s"
            client_key_path = "%s"
            server_ca_cert_path = "%s"
            """
                .formatted(certificate, key, certificates.ca()));
    return Stream.of(
        List.of(
            BUNDLE,
            PEM + "keystore.certificate=" + certificate,
            PEM + "keystore.private-key=file:" + key,
            PEM + "truststore.certificate=" + certificates.ca()),
        store("PKCS12"),
        store("JKS"),
        List.of(
            MTLS + "cert-chain-file=" + certificate,
            MTLS + "key-file=" + key,
            MTLS + "insecure-trust-manager=true"),
        List.of(
            MTLS + "key-file=" + certificates.keystore("client-a", "PKCS12"),
            MTLS + "key-password=" + TestCertificates.PASSWORD,
            MTLS + "insecure-trust-manager=true"),
        List.of(
            "TEMPORAL_TLS_CLIENT_CERT_PATH=" + certificate,
            "TEMPORAL_TLS_CLIENT_KEY_DATA=" + Files.readString(Path.of(key)),
            "TEMPORAL_TLS_SERVER_CA_CERT_PATH=" + certificates.ca()),
        List.of("TEMPORAL_CONFIG_FILE=" + toml, "TEMPORAL_PROFILE=secured"));
  }

  private static List<String> store(String type) {
    return List.of(
        BUNDLE,
        JKS + "keystore.type=" + type,
        JKS + "keystore.location=" + certificates.keystore("client-a", type),
        JKS + "keystore.password=" + TestCertificates.PASSWORD,
        JKS + "truststore.type=" + type,
        JKS + "truststore.location=" + certificates.truststore(type),
        JKS + "truststore.password=" + TestCertificates.PASSWORD);
  }

  @Test
  void ownAuthorityAndServerNameWithoutClientCertificate(TemporalDevServer server)
      throws IOException {
    TestCertificates other = new TestCertificates(folder, "other").server("server", "temporal.io");
    String trust = PEM + "truststore.certificate=" + other.ca();
    try (TlsEdge open =
        TlsEdge.open(Files.createDirectory(folder.resolve("open")), server.target(), other)) {
      try (OwnGateway own =
          OwnGateway.start(
              open.target(), BUNDLE, trust, "gateway.temporal.server-name=temporal.io")) {
        own.client().post("/workflows", START).is(201);
      }
      assertThat(open.calls()).anyMatch(call -> call.contains("\"temporal.io\""));

      try (OwnGateway own = OwnGateway.start(open.target(), BUNDLE, trust)) {
        own.client().post("/workflows", START).isProblem(503, "temporal-unavailable");
      }
      try (OwnGateway own =
          OwnGateway.start(
              "127.0.0.1:" + open.port(),
              "gateway.temporal.ssl-bundle=system",
              "gateway.temporal.server-name=temporal.io")) {
        own.client().post("/workflows", START).isProblem(503, "temporal-unavailable");
      }
    }
  }

  @Test
  void apiKeyAndNamespaceAreSent(TemporalDevServer server) throws IOException {
    Path key = Files.writeString(folder.resolve("api-key"), "key-of-file\n");
    String trust = PEM + "truststore.certificate=" + certificates.ca();
    try (TlsEdge cloud =
        TlsEdge.withApiKeys(
            Files.createDirectory(folder.resolve("cloud")),
            server.target(),
            certificates,
            "key-of-file",
            "key-of-variable")) {
      for (String setting :
          List.of("gateway.temporal.api-key-file=" + key, "TEMPORAL_API_KEY=key-of-variable")) {
        try (OwnGateway own =
            OwnGateway.start(
                cloud.target(), BUNDLE, trust, setting, "TEMPORAL_GRPC_META_X_TEAM=blue")) {
          own.client().post("/workflows", START, "Prefer", "wait=20").is(200);
        }
      }
      assertThat(cloud.calls())
          .filteredOn(call -> call.endsWith("/StartWorkflowExecution"))
          .anyMatch(call -> call.contains("\"Bearer key-of-file\" \"default\""))
          .anyMatch(call -> call.contains("\"Bearer key-of-variable\" \"default\""))
          .allMatch(call -> call.startsWith("200"));
      assertThat(cloud.calls())
          .anyMatch(call -> call.endsWith("/GetWorkflowExecutionHistory"))
          .filteredOn(call -> !call.endsWith("/GetSystemInfo"))
          .allMatch(call -> call.contains("\" \"default\" "));

      try (OwnGateway own =
          OwnGateway.start(cloud.target(), BUNDLE, trust, "TEMPORAL_API_KEY=stolen")) {
        own.client().post("/workflows", START).isProblem(502, "upstream-auth");
      }
    }
  }

  private static long callsOf(String client) {
    return edge.calls().stream()
        .filter(call -> call.startsWith("200") && call.contains("\"" + client + "\""))
        .count();
  }
}
