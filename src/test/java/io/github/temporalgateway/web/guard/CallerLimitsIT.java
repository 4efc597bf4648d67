package io.github.temporalgateway.web.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller who asks too much is told so, and when to come again. */
class CallerLimitsIT extends RealGateway {

  @Test
  void withoutLimitsAnswersDoNotSpeakOfThem() {
    Answer answer = gateway.get("/workflow-count").is(200);

    assertThat(answer.header("RateLimit")).isEmpty();
    assertThat(answer.header("RateLimit-Policy")).isEmpty();
  }

  @Test
  void budgetIsToldAndIsUsedUpAndRefills(TemporalDevServer server) {
    try (OwnGateway own =
        OwnGateway.start(
            server.target(), "gateway.limits.rate.per-caller=1", "gateway.limits.rate.burst=8")) {
      GatewayClient caller = own.client();
      String id = id("budget");
      started("WaitForSignal", id);

      Answer first = caller.get("/workflow-count").is(200);
      List<Answer> more =
          IntStream.range(0, 12).mapToObj(_ -> caller.get("/workflows/" + id)).toList();

      assertThat(first.header("RateLimit-Policy")).isEqualTo("\"caller\";q=8;w=8");
      assertThat(first.header("RateLimit")).isEqualTo("\"caller\";r=3;t=5");
      assertThat(own.rpcs().descriptions(id))
          .isEqualTo(more.stream().filter(answer -> answer.status() == 200).count());
      Answer refused =
          more.stream().filter(answer -> answer.status() == 429).findFirst().orElseThrow();
      assertThat(refused.text()).contains("\"code\":\"rate-limited\"", "\"retryable\":true");
      assertThat(refused.header("RateLimit")).startsWith("\"caller\";r=0;t=");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 8);
      await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> caller.get("/problems").status() == 200);
    }
  }

  @Test
  void callersWithKeysHaveBudgetsOfTheirOwn(TemporalDevServer server, @TempDir Path folder)
      throws IOException, NoSuchAlgorithmException {
    Path keys = Files.writeString(folder.resolve("keys.yml"), "callers:\n" + key("a") + key("b"));
    try (OwnGateway own =
        OwnGateway.start(
            server.target(),
            "gateway.security.mode=api-key",
            "gateway.security.api-keys.file=" + keys,
            "gateway.limits.rate.per-caller=1",
            "gateway.limits.rate.burst=20")) {
      GatewayClient caller = own.client();
      await().until(() -> caller.get("/problems", "X-API-Key", "a").status() == 429);

      caller.get("/problems", "X-API-Key", "b").is(200);
    }
  }

  private static String key(String name) throws NoSuchAlgorithmException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
    return "- {id: %s, permissions: [default:read], keys: [{sha256: %s}]}\n"
        .formatted(name, HexFormat.of().formatHex(hash));
  }

  @Test
  void waitsOfOneCallerAreLimited(TemporalDevServer server) {
    String id = id("waits");
    started("WaitForSignal", id);
    try (OwnGateway own = OwnGateway.start(server.target(), "gateway.limits.waits-per-caller=3");
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      String wait = "/workflows/" + id + "/result?wait=50s";
      List<CompletableFuture<Answer>> waits =
          IntStream.range(0, 3)
              .mapToObj(_ -> CompletableFuture.supplyAsync(() -> own.client().get(wait), callers))
              .toList();

      await().atMost(Duration.ofSeconds(30)).until(() -> own.gauge("gateway.waiters") == 3);
      Answer refused = own.client().get(wait).is(429);
      own.client().get("/workflows/" + id).is(200);
      gateway.post("/workflows/" + id + "/signals/proceed", "{\"input\":\"x\"}").is(202);

      assertThat(refused.text()).contains("\"code\":\"rate-limited\"");
      assertThat(waits).allSatisfy(answer -> answer.join().is(200));
      own.client().get(wait).is(200);
    }
  }
}
