package io.github.temporalgateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.AuthorizingProxy;
import io.github.temporalgateway.testing.AuthorizingProxy.DecidedCall;
import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TestCertificates;
import io.github.temporalgateway.testing.TokenIssuer;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporal is called with the token of each caller, and decides itself. */
@RealTemporal
class ForwardedTokenIT {

  private static final TokenIssuer ISSUER = new TokenIssuer("k1");
  private static final String WRITER = ISSUER.token("writer", "default:admin");
  private static final String READER = ISSUER.token("reader", "default:admin");
  private static final String DESCRIBER = ISSUER.token("describer", "default:admin");
  private static final String START =
      "{\"workflowType\":\"Greeting\",\"taskQueue\":\"%s\",\"input\":\"you\",\"workflowId\":\"%s\"}";

  @TempDir private static Path folder;
  private static TestCertificates certificates;
  private static AuthorizingProxy temporal;

  @BeforeAll
  static void startTemporal(TemporalDevServer server) {
    certificates = new TestCertificates(folder, "ca").server("server", "localhost");
    temporal = AuthorizingProxy.start(server.target(), certificates, ForwardedTokenIT::decide);
  }

  @AfterAll
  static void stopTemporal() {
    temporal.close();
  }

  /** As Temporal's own authorizer, which lets everybody ask for the version. */
  private static Status.Code decide(String method, String token) {
    if (method.equals("GetSystemInfo")) {
      return Status.Code.OK;
    }
    if (!List.of(WRITER, READER, DESCRIBER).contains(token)) {
      return Status.Code.UNAUTHENTICATED;
    }
    boolean refused =
        (method.equals("StartWorkflowExecution") && token.equals(READER))
            || (method.equals("GetWorkflowExecutionHistory") && token.equals(DESCRIBER));
    return refused ? Status.Code.PERMISSION_DENIED : Status.Code.OK;
  }

  private static OwnGateway start(String... settings) {
    return OwnGateway.start(
        temporal.target(),
        Stream.concat(
                Stream.of(settings),
                Stream.of(
                    "gateway.temporal.forward-authorization=true",
                    "gateway.temporal.ssl-bundle=b",
                    "spring.ssl.bundle.pem.b.truststore.certificate=" + certificates.ca()))
            .toArray(String[]::new));
  }

  private static OwnGateway startSecured() {
    return start(TokenIssuer.settings(TokenIssuer.publish(folder.resolve("jwks.json"), ISSUER)));
  }

  @Test
  void everyCallIsMadeWithTheTokenOfItsCaller() {
    int before = temporal.calls().size();
    try (OwnGateway own = startSecured()) {
      String id = "forward-" + UUID.randomUUID();

      Answer waited =
          own.client()
              .post(
                  "/workflows", START.formatted("samples", id), with(WRITER, "Prefer", "wait=20"));

      assertThat(waited.is(200).at("/result")).isEqualTo("Hello, you!");
      own.client().get("/workflows/" + id + "/result", with(READER)).is(200);
      own.management().get("/actuator/health").is(200);
    }
    List<DecidedCall> calls = temporal.calls().subList(before, temporal.calls().size());
    assertThat(calls)
        .filteredOn(call -> call.decision() == Status.Code.OK)
        .filteredOn(call -> !call.method().equals("GetSystemInfo"))
        .isNotEmpty()
        .extracting(DecidedCall::token)
        .containsOnly(WRITER, READER);
    assertThat(calls)
        .contains(new DecidedCall(Status.Code.OK, "GetWorkflowExecutionHistory", WRITER));
  }

  @Test
  void refusalsOfTemporalAreTheCallers() {
    try (OwnGateway own = startSecured()) {
      GatewayClient gateway = own.client();
      String start = START.formatted("samples", "forward-" + UUID.randomUUID());

      gateway.post("/workflows", start, with(READER)).isProblem(403, "permission-denied");
      String unknown = ISSUER.token("unknown", "default:admin");
      Answer refused = gateway.get("/workflows", with(unknown)).isProblem(401, "unauthenticated");
      assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
      gateway.get("/workflows", with(READER)).is(200);
    }
  }

  @Test
  void withoutAModeTemporalAloneDecides() {
    try (OwnGateway own = start()) {
      own.client().get("/workflows").isProblem(401, "unauthenticated");
      own.client().get("/workflows", with(READER)).is(200);
    }
  }

  @Test
  void missingWorkerIsNoticedWithTheTokenOfTheCaller() {
    try (OwnGateway own = startSecured()) {
      String id = "forward-" + UUID.randomUUID();
      own.client().post("/workflows", START.formatted("nobody-here", id), with(WRITER)).is(201);

      own.client()
          .get("/workflows/" + id + "/queries/any", with(READER))
          .isProblem(503, "no-worker");
      own.client().post("/workflows/" + id + "/terminate", "{}", with(WRITER)).is(204);
    }
  }

  @Test
  void nobodyGetsAResultByTheRightOfAnother() {
    try (OwnGateway own = startSecured()) {
      GatewayClient gateway = own.client();
      String id = "forward-" + UUID.randomUUID();
      String start = START.replace("Greeting", "WaitForSignal").formatted("samples", id);
      gateway.post("/workflows", start, with(WRITER)).is(201);
      String result = "/workflows/" + id + "/result";
      List<CompletableFuture<Answer>> allowed =
          Stream.of(WRITER, READER)
              .map(
                  token -> CompletableFuture.supplyAsync(() -> gateway.get(result, waiting(token))))
              .toList();
      await().until(() -> own.gauge("gateway.long.polls") == 2);

      gateway.get(result, waiting(DESCRIBER)).isProblem(403, "permission-denied");

      gateway
          .post("/workflows/" + id + "/signals/proceed", "{\"input\":\"x\"}", with(WRITER))
          .is(202);
      allowed.forEach(answer -> answer.join().is(200));
      await().until(() -> own.gauge("gateway.waiters") == 0);
    }
  }

  private static String[] waiting(String token) {
    return with(token, "Prefer", "wait=30");
  }

  @Test
  void apiKeyBesideItIsRefused() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "k");

    assertThatThrownBy(() -> start("gateway.temporal.api-key-file=" + key))
        .hasMessageContaining("both go into the same header");
  }

  private static String[] with(String token, String... more) {
    return Stream.concat(Stream.of("Authorization", "Bearer " + token), Stream.of(more))
        .toArray(String[]::new);
  }
}
