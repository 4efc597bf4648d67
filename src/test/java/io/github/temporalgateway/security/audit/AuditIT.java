package io.github.temporalgateway.security.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TokenIssuer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who changed what is written down, and nothing that is secret. */
@ExtendWith(OutputCaptureExtension.class)
class AuditIT extends RealGateway {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CANARY = "canary-7f3a";
  private static final String KEY = "key-" + CANARY;

  private final TokenIssuer issuer = new TokenIssuer("k1");
  @TempDir private Path folder;

  @Test
  void everyChangeIsWrittenDownAndNothingSecret(TemporalDevServer server, CapturedOutput output)
      throws Exception {
    Path keys = TokenIssuer.publish(folder.resolve("jwks.json"), issuer);
    Path callers =
        Files.writeString(
            folder.resolve("callers.yml"),
            "callers: [{id: web, permissions: [default:read], keys: [{sha256: %s}]}]"
                .formatted(
                    HexFormat.of()
                        .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(UTF_8)))));
    String token = issuer.token("orders", "default:write");
    String[] orders = {
      "Authorization", "Bearer " + token, "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"
    };
    String id = id("audit/é");
    try (OwnGateway own =
        OwnGateway.start(
            server.target(),
            TokenIssuer.settings(
                keys,
                "gateway.security.mode=jwt,api-key",
                "gateway.security.api-keys.file=" + callers,
                "gateway.security.wrong-credentials-per-minute=1",
                "logging.level.io.github.temporalgateway=debug",
                "logging.level.org.springframework.security=trace"))) {
      GatewayClient gateway = own.client();
      String path =
          "/workflows/~"
              + Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(UTF_8));
      String input = "'input':'" + CANARY + "'";

      gateway
          .post(
              "/workflows?wait=20s", start("Greeting", "'workflowId':'" + id + "'", input), orders)
          .is(200);
      await().until(() -> lines(output).size() == 1);
      gateway.post(path + "/signals/go", "{\"input\":\"" + CANARY + "\"}", orders).is(409);
      gateway.get(path, orders).is(200);
      gateway
          .post(path + "/terminate", "{\"reason\":\"" + CANARY + "\"}", "X-API-Key", KEY)
          .is(403);
      gateway.post("/workflows", start("Greeting", input)).is(401);
      gateway.post("/workflows", start("Greeting", input), "X-API-Key", "bad-" + CANARY).is(401);
      gateway.post("/namespaces/elsewhere/workflows", start("Greeting", input), orders).is(404);
      gateway.post("/workflows", start("Greeting", input), "X-API-Key", "bad-" + CANARY).is(429);
      await().until(() -> lines(output).size() == 7);
    }

    List<JsonNode> lines = lines(output);
    isLine(lines.get(0), "orders jwt startWorkflow default allowed 200");
    assertThat(lines.get(0).at("/target/workflowId").asString()).isEqualTo(id);
    assertThat(lines.get(0).at("/target/runId").asString()).isNotEmpty();
    assertThat(lines.get(0).at("/traceId").asString()).isEqualTo(TRACE);
    assertThat(lines.get(0).at("/remoteAddress").asString()).isEqualTo("127.0.0.1");
    isLine(lines.get(1), "orders jwt signalWorkflow default allowed 409");
    assertThat(lines.get(1).at("/target/name").asString()).isEqualTo("go");
    assertThat(lines.get(1).at("/problem").asString()).isEqualTo("workflow-closed");
    isLine(lines.get(2), "web api-key terminateWorkflow default denied 403");
    assertThat(lines.get(2).at("/target/workflowId").asString()).isEqualTo(id);
    assertThat(lines.get(3).at("/decision").asString()).isEqualTo("denied");
    assertThat(lines.get(3).at("/path").asString()).isEqualTo("/workflows");
    assertThat(lines.get(4).at("/problem").asString()).isEqualTo("unauthenticated");
    isLine(lines.get(5), "orders jwt startWorkflow elsewhere denied 404");
    assertThat(lines.get(6).at("/decision").asString()).isEqualTo("denied");
    assertThat(lines.get(6).at("/problem").asString()).isEqualTo("rate-limited");
    assertThat(output.toString())
        .doesNotContain(CANARY, token, token.substring(token.lastIndexOf('.')));
  }

  @Test
  void refusalThatLooksLikeAbsenceIsWrittenDownAsDenied(
      TemporalDevServer server, CapturedOutput output) {
    Path keys = TokenIssuer.publish(folder.resolve("jwks.json"), issuer);
    String id = id("audited");
    gateway.post("/workflows", startUnworked("Greeting", "'workflowId':'" + id + "'")).is(201);
    try (OwnGateway own =
        OwnGateway.start(
            server.target(),
            TokenIssuer.settings(keys, "gateway.security.policies[0].workflow-types=Echo"))) {
      own.client()
          .post(
              "/workflows/" + id + "/activities/1/complete",
              "{}",
              issuer.bearer("worker", "default:worker"))
          .isProblem(404, "activity-not-found");
      await().until(() -> lines(output).size() == 1);
    }

    isLine(lines(output).getFirst(), "worker jwt completeWorkflowActivity default denied 404");
  }

  private static void isLine(JsonNode line, String expected) {
    assertThat(
            String.join(
                " ",
                Stream.of("caller", "callerKind", "operation", "namespace", "decision", "status")
                    .map(name -> line.path(name).asString(""))
                    .toList()))
        .isEqualTo(expected);
  }

  private static List<JsonNode> lines(CapturedOutput output) {
    return output
        .toString()
        .lines()
        .filter(line -> line.contains(" audit ") && line.contains(": {\"time\""))
        .map(line -> JsonMapper.shared().readTree(line.substring(line.indexOf("{\"time\""))))
        .toList();
  }
}
