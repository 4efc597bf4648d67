package io.github.temporalgateway.security.authentication;

import static io.github.temporalgateway.testing.TokenIssuer.publish;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealTemporal;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TokenIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Callers with tokens get in, and nobody else does. */
@RealTemporal
@ExtendWith(OutputCaptureExtension.class)
class JwtIT {

  private final TokenIssuer issuer = new TokenIssuer("k1");
  @TempDir private Path folder;

  @Test
  void onlyGoodTokensGetIn(TemporalDevServer server) throws JOSEException {
    Path keys = publish(folder.resolve("jwks.json"), issuer);
    try (OwnGateway own = OwnGateway.start(server.target(), TokenIssuer.settings(keys))) {
      GatewayClient gateway = own.client();

      gateway.get("/workflows", issuer.bearer("orders", "default:read")).is(200);
      SoftAssertions softly = new SoftAssertions();
      badTokens(TokenIssuer.published(issuer))
          .forEach((name, token) ->
              softly
                  .assertThatCode(() -> isRefused(get(gateway, token)))
                  .as(name)
                  .doesNotThrowAnyException());
      softly.assertAll();
    }
  }

  private Map<String, String> badTokens(String publicKeys) throws JOSEException {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(TokenIssuer.NAME)
            .audience(TokenIssuer.AUDIENCE)
            .subject("x")
            .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))))
            .build();
    SignedJWT symmetric =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims);
    symmetric.sign(new MACSigner(publicKeys.getBytes(UTF_8)));
    Date past = Date.from(Instant.now().minus(Duration.ofMinutes(5)));
    return Map.ofEntries(
        Map.entry("expired", issuer.token(token -> token.expirationTime(past))),
        Map.entry("without end", issuer.token(token -> token.expirationTime(null))),
        Map.entry(
            "of another issuer", issuer.token(token -> token.issuer("https://other.example"))),
        Map.entry("for another service", issuer.token(token -> token.audience("other"))),
        Map.entry("for nobody", issuer.token(token -> token.audience((String) null))),
        Map.entry("of nobody", issuer.token(token -> token.subject(null))),
        Map.entry("with an unknown key", new TokenIssuer("k9").token("x")),
        Map.entry("with another key of the same name", new TokenIssuer("k1").token("x")),
        Map.entry("unsigned", new PlainJWT(claims).serialize()),
        Map.entry("signed with what is public", symmetric.serialize()));
  }

  private static Answer get(GatewayClient gateway, String token) {
    return gateway.get("/workflows", "Authorization", "Bearer " + token);
  }

  private static void isRefused(Answer answer) {
    answer.isProblem(401, "unauthenticated");
    assertThat(answer.header("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"temporal-rest-gateway\", error=\"invalid_token\"");
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @Test
  void withoutTokenOnlyTheManualIsOpen(TemporalDevServer server) {
    Path keys = publish(folder.resolve("jwks.json"), issuer);
    try (OwnGateway own = OwnGateway.start(server.target(), TokenIssuer.settings(keys))) {
      GatewayClient gateway = own.client();

      for (String path : List.of("/problems", "/problems/internal", "/v3/api-docs.yaml")) {
        gateway.get(path).is(200);
      }
      for (String path : List.of("/workflows", "/nowhere", "/problems-not", "/workflows/a%2Fb")) {
        Answer refused = gateway.get(path).isProblem(401, "unauthenticated");
        assertThat(refused.header("WWW-Authenticate"))
            .isEqualTo("Bearer realm=\"temporal-rest-gateway\"");
      }
      gateway.get("/workflows", "Authorization", "Bearer not a token").is(401);
      gateway.get("/workflows", "Authorization", "Basic YTpi").is(401);
    }
  }

  @Test
  void idsAndWaitsAreAsWithoutSecurity(TemporalDevServer server) {
    Path keys = publish(folder.resolve("jwks.json"), issuer);
    try (OwnGateway own = OwnGateway.start(server.target(), TokenIssuer.settings(keys))) {
      GatewayClient gateway = own.client();
      String[] token = issuer.bearer("orders", "default:write");

      for (String id : List.of("order%2F123", "a%2F%2Fb", "..%2F..%2Fx", "a%3Bb", "%E2%9C%93")) {
        gateway
            .get("/workflows/" + id + "-" + Instant.now().toEpochMilli(), token)
            .isProblem(404, "workflow-not-found");
      }
      Answer waited =
          gateway.post(
              "/workflows?wait=20s",
              "{\"workflowType\":\"Sleep\",\"taskQueue\":\"samples\",\"input\":1}",
              token);
      waited.is(200);
      assertThat(waited.header("Set-Cookie")).isEmpty();
      gateway.get("/nowhere", token).isProblem(404, "no-such-route");
      gateway.send("PUT", "/workflows", token).isProblem(405, "method-not-allowed");
    }
  }

  @Test
  void keysThatAreReplacedAreInForceWithoutARestart(TemporalDevServer server) {
    TokenIssuer next = new TokenIssuer("k2");
    Path keys = publish(folder.resolve("jwks.json"), issuer);
    try (OwnGateway own = OwnGateway.start(server.target(), TokenIssuer.settings(keys))) {
      String before = issuer.token("orders", "default:read");
      String after = next.token("orders", "default:read");
      get(own.client(), before).is(200);
      get(own.client(), after).is(401);

      publish(keys, issuer, next);

      await().until(() -> get(own.client(), after).status() == 200);
      get(own.client(), before).is(200);

      publish(keys, next);

      await().until(() -> get(own.client(), before).status() == 401);
      get(own.client(), after).is(200);
    }
  }

  @Test
  void keysAreFetchedFromTheIssuerAndAnOutageIsNotTheCallersFault(
      TemporalDevServer server, CapturedOutput output) throws IOException {
    HttpServer provider =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String name = "http://127.0.0.1:" + provider.getAddress().getPort();
    String token =
        issuer.token(claims -> claims.issuer(name).claim("permissions", List.of("default:read")));
    serve(provider, "/jwks", TokenIssuer.published(issuer));
    try (OwnGateway own =
        OwnGateway.start(
            server.target(),
            "gateway.security.mode=jwt",
            "gateway.security.jwt.issuer=" + name,
            "gateway.security.jwt.audience=" + TokenIssuer.AUDIENCE)) {
      Answer away = get(own.client(), token).isProblem(503, "authentication-unavailable");
      assertThat(away.header("Retry-After")).isNotEmpty();
      for (int i = 0; i < 3; i++) {
        get(own.client(), token).isProblem(503, "authentication-unavailable");
      }
      assertThat(output.toString())
          .containsOnlyOnce("Tokens cannot be checked: java.net.")
          .doesNotContain(token.substring(token.lastIndexOf('.')));

      serve(
          provider,
          "/.well-known/openid-configuration",
          "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/jwks\"}".formatted(name, name));
      provider.start();

      await().atMost(Duration.ofMinutes(1)).until(() -> get(own.client(), token).status() == 200);
      provider.stop(0);
      get(own.client(), token).is(200);
    } finally {
      provider.stop(0);
    }
  }

  @Test
  void unknownKeysAreTheFaultOfWhoSendsThem(TemporalDevServer server) throws IOException {
    HttpServer provider =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve(provider, "/jwks", TokenIssuer.published(issuer));
    provider.start();
    try (OwnGateway own =
        OwnGateway.start(
            server.target(),
            "gateway.security.mode=jwt",
            "gateway.security.jwt.jwks-uri=http://127.0.0.1:%d/jwks"
                .formatted(provider.getAddress().getPort()),
            "gateway.security.jwt.audience=" + TokenIssuer.AUDIENCE)) {
      for (int i = 0; i < 10; i++) {
        isRefused(get(own.client(), new TokenIssuer("unknown-" + i).token("x", "default:read")));
        get(own.client(), issuer.token("x", "default:read")).is(200);
      }
    } finally {
      provider.stop(0);
    }
  }

  private static void serve(HttpServer provider, String path, String json) {
    provider.createContext(
        path,
        exchange -> {
          byte[] body = json.getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }
}
