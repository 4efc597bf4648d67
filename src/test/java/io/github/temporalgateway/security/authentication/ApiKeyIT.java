package io.github.temporalgateway.security.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Callers with keys get in, and keys are replaced without a gap. */
@RealTemporal
@ExtendWith(OutputCaptureExtension.class)
class ApiKeyIT {

  @TempDir private Path folder;

  @Test
  void onlyLiveKeysGetIn(TemporalDevServer server, CapturedOutput output) throws IOException {
    Path file =
        write(
            "- id: orders",
            "  permissions: [default:read]",
            "  keys:",
            "  - sha256: " + hash("first"),
            "  - sha256: " + hash("second"),
            "    expires: 2999-01-01T00:00:00Z",
            "- id: late",
            "  permissions: [default:read]",
            "  keys:",
            "  - sha256: " + hash("expired"),
            "    expires: 2020-01-01T00:00:00Z");
    try (OwnGateway own = start(server, file)) {
      assertThat(status(own.client(), "first")).isEqualTo(200);
      assertThat(status(own.client(), "second")).isEqualTo(200);
      assertThat(status(own.client(), "expired")).isEqualTo(401);
      assertThat(status(own.client(), "third")).isEqualTo(401);
      assertThat(status(own.client(), "")).isEqualTo(401);
      assertThat(
              own.client()
                  .get("/workflows")
                  .isProblem(401, "unauthenticated")
                  .header("WWW-Authenticate"))
          .isEqualTo("ApiKey realm=\"temporal-rest-gateway\", header=\"X-API-Key\"");

      write("- {id: orders, permissions: [default:read], keys: [{sha256: " + hash("third") + "}]}");

      await().until(() -> status(own.client(), "third") == 200);
      assertThat(status(own.client(), "first")).isEqualTo(401);

      write("- {id: orders, permissions: [default:read], keys: [{sha256: oops}]}");

      await()
          .until(() -> {
            int status = status(own.client(), "third");
            assertThat(status).isEqualTo(200);
            return output.toString().contains("is left as it was before");
          });
      assertThat(output.toString()).contains("The caller 'orders'").doesNotContain(hash("third"));
    }
  }

  @Test
  void wrongKeysAreLimitedAndLockNobodyOut(TemporalDevServer server) throws IOException {
    Path file =
        write(
            "- {id: orders, permissions: [default:read], keys: [{sha256: " + hash("right") + "}]}");
    try (OwnGateway own =
        OwnGateway.start(
            server.target(),
            "gateway.security.mode=api-key",
            "gateway.security.api-keys.file=" + file,
            "gateway.security.wrong-credentials-per-minute=5")) {
      GatewayClient caller = own.client();
      for (int i = 0; i < 5; i++) {
        assertThat(status(caller, "wrong-" + i)).isEqualTo(401);
      }

      await().until(() -> status(caller, "wrong") == 429);

      Answer refused = caller.get("/workflows", "X-API-Key", "wrong");
      refused.isProblem(429, "rate-limited");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
      assertThat(status(caller, "right")).isEqualTo(200);
      caller.get("/workflows").isProblem(401, "unauthenticated");
    }
  }

  private Path write(String... callers) throws IOException {
    Path half =
        Files.writeString(folder.resolve("half"), "callers:\n" + String.join("\n", callers) + "\n");
    return Files.move(half, folder.resolve("keys.yml"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static OwnGateway start(TemporalDevServer server, Path file) {
    return OwnGateway.start(
        server.target(), "gateway.security.mode=api-key", "gateway.security.api-keys.file=" + file);
  }

  private static int status(GatewayClient gateway, String key) {
    return gateway.get("/workflows", "X-API-Key", key).status();
  }

  private static String hash(String key) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
