package io.github.temporalgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TestCertificates;
import io.github.temporalgateway.testing.TlsEdge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The snippets of docs/connect.md connect. Temporal Cloud is an edge on this machine: the target is
 * swapped, and so is the authority of its certificate.
 */
class ConnectSnippetsIT {

  private static final Pattern SNIPPET = Pattern.compile("(?s)```yaml\n# (\\S+)\n(.*?)```");
  private static final String TARGET = "spring.temporal.connection.target=";
  private static final String START = "{\"workflowType\":\"Greeting\",\"taskQueue\":\"idle\"}";

  @TempDir private static Path folder;
  private static Map<String, String> snippets = new TreeMap<>();
  private static TestCertificates certificates;
  private static TemporalDevServer server;

  @BeforeAll
  static void prepare() throws IOException {
    Matcher matcher = SNIPPET.matcher(Files.readString(Path.of("docs/connect.md")));
    while (matcher.find()) {
      snippets.put(
          matcher.group(1), matcher.group(2).replace("/etc/temporal/", folder.toString() + "/"));
    }
    certificates =
        new TestCertificates(folder, "issuer")
            .server("server", "temporal.test", "localhost")
            .client("client");
    Files.copy(certificates.ca(), folder.resolve("ca.crt"));
    Files.copy(certificates.certificate("client"), folder.resolve("tls.crt"));
    Files.copy(certificates.key("client"), folder.resolve("tls.key"));
    Files.copy(certificates.keystore("client", "PKCS12"), folder.resolve("client.p12"));
    Files.writeString(folder.resolve("api-key"), "the-key\n");
    server = TemporalDevServer.startWithNamespace("orders.a1b2c");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everySnippetIsTried() {
    assertThat(snippets)
        .containsOnlyKeys("dev", "self-hosted", "cloud-mtls", "cloud-api-key", "several");
  }

  @Test
  void dev() throws IOException {
    connects("dev", "default", "default", List.of(TARGET + server.target()));
  }

  @Test
  void selfHosted() throws IOException {
    try (TlsEdge edge = mutual("self-hosted-edge")) {
      connects("self-hosted", "default", "default", List.of(TARGET + "127.0.0.1:" + edge.port()));
      assertThat(edge.calls()).anyMatch(call -> call.contains("\"CN=client\" \"temporal.test\""));
    }
  }

  @Test
  void cloudWithCertificate() throws IOException {
    try (TlsEdge edge = mutual("cloud-mtls-edge")) {
      connects(
          "cloud-mtls",
          "default",
          "orders.a1b2c",
          List.of(
              TARGET + edge.target(),
              "KEYSTORE_PASSWORD=" + TestCertificates.PASSWORD,
              "spring.ssl.bundle.jks.cloud.truststore.type=PKCS12",
              "spring.ssl.bundle.jks.cloud.truststore.password=" + TestCertificates.PASSWORD,
              "spring.ssl.bundle.jks.cloud.truststore.location="
                  + certificates.truststore("PKCS12")));
    }
  }

  @Test
  void cloudWithApiKey() throws IOException {
    Path edgeFolder = Files.createDirectory(folder.resolve("cloud-api-key-edge"));
    try (TlsEdge edge = TlsEdge.withApiKeys(edgeFolder, server.target(), certificates, "the-key")) {
      connects(
          "cloud-api-key",
          "default",
          "orders.a1b2c",
          List.of(
              TARGET + edge.target(),
              "gateway.temporal.ssl-bundle=test",
              "spring.ssl.bundle.pem.test.truststore.certificate=" + certificates.ca()));
    }
  }

  @Test
  void several() throws IOException {
    try (TlsEdge edge = mutual("several-edge")) {
      connects(
          "several",
          "cloud",
          "orders.a1b2c",
          List.of(
              TARGET + server.target(),
              "gateway.connections.cloud.target=" + edge.target(),
              "spring.ssl.bundle.pem.cloud.truststore.certificate=" + certificates.ca()));
    }
  }

  private static TlsEdge mutual(String name) throws IOException {
    return TlsEdge.withClientCertificates(
        Files.createDirectory(folder.resolve(name)),
        server.target(),
        certificates,
        certificates.ca());
  }

  private static void connects(
      String snippet, String connection, String namespace, List<String> swapped)
      throws IOException {
    Path file = Files.writeString(folder.resolve(snippet + ".yml"), snippets.get(snippet));
    List<String> settings = new ArrayList<>(swapped);
    settings.add("spring.config.additional-location=file:" + file);
    String target = settings.removeFirst().substring(TARGET.length());
    try (OwnGateway own = OwnGateway.start(target, settings.toArray(String[]::new))) {
      own.client().post("/namespaces/" + namespace + "/workflows", START).is(201);
      Answer health = own.management().get("/actuator/health").is(200);
      assertThat(Stream.of(health.at("/components/temporal/components/" + connection + "/status")))
          .containsExactly("UP");
    }
  }
}
