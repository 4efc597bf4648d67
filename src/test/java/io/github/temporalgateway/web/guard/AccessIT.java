package io.github.temporalgateway.web.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RawRequest;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Web pages of other sites get nothing out of a gateway, and do nothing to it. */
class AccessIT extends RealGateway {

  private static final String APP = "https://app.example.com";

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void pageOfAnotherSiteMayNotChangeAnything(String site) {
    String id = id("cross-site");
    started("WaitForSignal", id);

    String answer =
        RawRequest.send(
            gateway.port(),
            "POST /workflows/" + id + "/cancel HTTP/1.1",
            "Host: localhost",
            "Origin: https://evil.example",
            "Sec-Fetch-Site: " + site,
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: 0");

    assertThat(answer).startsWith("HTTP/1.1 403").contains("\"code\":\"cross-site\"");
    assertThat(gateway.get("/workflows/" + id + "/history").text())
        .doesNotContain("CANCEL_REQUESTED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void ownPageMayChangeThings(String site) {
    String id = id("same-origin");
    started("WaitForSignal", id);

    String answer =
        RawRequest.send(
            gateway.port(),
            "POST /workflows/" + id + "/cancel HTTP/1.1",
            "Host: localhost",
            "Sec-Fetch-Site: " + site,
            "Content-Length: 0");

    assertThat(answer).startsWith("HTTP/1.1 202");
  }

  /** Over plain HTTP to another machine browsers say no more than this. */
  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080, 404",
    "http://LOCALHOST:8080, 404",
    "https://localhost:8080, 404",
    "http://localhost:3000, 403",
    "http://127.0.0.1:8080, 403",
    "http://evil.example, 403",
    "null, 403"
  })
  void pageOfAnotherHostMayNotChangeAnything(String origin, int status) {
    String answer =
        RawRequest.send(
            gateway.port(),
            "POST /workflows/nobody/cancel HTTP/1.1",
            "Host: localhost:8080",
            "Origin: " + origin,
            "Content-Type: application/json",
            "Content-Length: 0");

    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer.contains("\"code\":\"cross-site\"")).isEqualTo(status == 403);
    assertThat(
            RawRequest.send(
                gateway.port(),
                "GET /problems HTTP/1.1",
                "Host: localhost:8080",
                "Origin: " + origin))
        .startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LocalHost:8080, 200",
    "127.0.0.1, 200",
    "[::1]:8080, 200",
    "evil.example, 421",
    "localhost.evil.example, 421",
    "10.0.0.1, 421"
  })
  void onlyNamesOfThisMachineAreServedWithoutAuthentication(String host, int status) {
    String answer =
        RawRequest.send(gateway.port(), "GET /problems/conflict HTTP/1.1", "Host: " + host);

    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer.contains("\"code\":\"host-not-served\"")).isEqualTo(status == 421);
  }

  @ParameterizedTest
  @CsvSource({
    "/workflow-count, 200",
    "/nothing, 404",
    "/workflows?pageSize=0, 422",
    "/workflows/%zz, 400",
    "/workflows/swagger-ui/history, 404",
    "/workflows/%2Fswagger-ui%2F/history, 404",
    "/swagger-ui-not, 404",
    "/v3/api-docs, 200"
  })
  void everyAnswerSaysHowBrowsersTreatIt(String path, int status) {
    String answer = RawRequest.send(gateway.port(), "GET " + path + " HTTP/1.1", "Host: localhost");

    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .contains("\nX-Content-Type-Options: nosniff\r\n")
        .contains("\nCache-Control: no-store\r\n")
        .contains("\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n")
        .doesNotContain("Access-Control-")
        .doesNotContain("\nServer:");
  }

  @Test
  void swaggerUiMayLoadWhatIsHere() {
    String policy = gateway.get("/swagger-ui/index.html").is(200).header("Content-Security-Policy");

    assertThat(policy)
        .contains("default-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("script-src", "*");
  }

  @Test
  void listedOriginsMayCallAndOthersMayNot(TemporalDevServer server) {
    try (OwnGateway own =
        OwnGateway.start(server.target(), "gateway.http.cors.allowed-origins=" + APP)) {
      String preflight = "OPTIONS /workflows HTTP/1.1";
      String method = "Access-Control-Request-Method: POST";
      String headers = "Access-Control-Request-Headers: content-type, idempotency-key";

      assertThat(
              RawRequest.send(
                  own.port(), preflight, "Host: localhost", "Origin: " + APP, method, headers))
          .startsWith("HTTP/1.1 200")
          .contains("Access-Control-Allow-Origin: " + APP)
          .doesNotContain("Allow-Credentials");
      assertThat(
              RawRequest.send(
                  own.port(), preflight, "Host: localhost", "Origin: https://evil.example", method))
          .startsWith("HTTP/1.1 403")
          .contains("\"code\":\"cross-site\"")
          .doesNotContain("Access-Control-Allow-Origin");
      assertThat(
              RawRequest.send(
                  own.port(),
                  "POST /workflows/nobody/signals/x HTTP/1.1",
                  "Host: localhost",
                  "Origin: " + APP,
                  "Sec-Fetch-Site: cross-site",
                  "Content-Type: application/json",
                  "Content-Length: 0"))
          .startsWith("HTTP/1.1 404")
          .contains("Access-Control-Allow-Origin: " + APP);
      assertThat(
              RawRequest.send(
                  own.port(),
                  "POST /workflows/nobody/signals/x HTTP/1.1",
                  "Host: localhost",
                  "Origin: " + APP,
                  "Content-Type: application/json",
                  "Content-Length: 0"))
          .startsWith("HTTP/1.1 404");
    }
  }

  @Test
  void everyOriginIsRefusedAtTheStart(TemporalDevServer server) {
    assertThatThrownBy(
            () -> OwnGateway.start(server.target(), "gateway.http.cors.allowed-origins=*").close())
        .rootCause()
        .hasMessageContaining("must list origins");
  }

  @Test
  void hostsCanBeListedAndSwaggerUiSwitchedOff(TemporalDevServer server) {
    try (OwnGateway own =
        OwnGateway.start(
            server.target(),
            "gateway.http.hosts=api.example.com",
            "springdoc.swagger-ui.enabled=false",
            "springdoc.api-docs.enabled=false")) {
      assertThat(RawRequest.send(own.port(), "GET /problems HTTP/1.1", "Host: api.example.com"))
          .startsWith("HTTP/1.1 200");
      assertThat(RawRequest.send(own.port(), "GET /problems HTTP/1.1", "Host: localhost"))
          .startsWith("HTTP/1.1 421");
      for (String path :
          new String[] {"/swagger-ui.html", "/swagger-ui/index.html", "/v3/api-docs"}) {
        assertThat(
                RawRequest.send(own.port(), "GET " + path + " HTTP/1.1", "Host: api.example.com"))
            .startsWith("HTTP/1.1 404");
      }
    }
  }

  @Test
  void actuatorAnswersOnItsOwnPortOnly() {
    for (String path : new String[] {"/actuator", "/actuator/health", "/actuator/sbom"}) {
      gateway.get(path).is(404);
    }
  }
}
