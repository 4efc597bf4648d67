package io.github.temporalgateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.json.JsonAssert;
import org.springframework.test.json.JsonCompareMode;

@TestPropertySource(properties = "logging.level.org.eclipse.jetty=off")
class ContainerProblemsTest extends WireTest {

  private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
  private static final String TEXT = HOST + "Content-Type: text/plain\r\n";
  private static final String LONG = "x".repeat(20_000);

  static Stream<Arguments> failures() {
    return Stream.of(
        failure(400, "malformed-request", "NONSENSE\r\n\r\n"),
        failure(400, "malformed-request", "GET\u0001 /" + HOST + "\r\n"),
        failure(400, "malformed-request", "GET /ids/a/end HTTP/1.1\r\n\r\n"),
        failure(400, "malformed-request", "POST /echo" + TEXT + "Content-Length: many\r\n\r\n"),
        failure(
            400,
            "malformed-request",
            "POST /echo" + TEXT + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n"),
        failure(400, "malformed-request", Wire.get("/ids/%zz/end")),
        failure(400, "malformed-request", Wire.get("/ids/%/end")),
        failure(400, "malformed-request", Wire.get("/ids/%ff/end")),
        failure(400, "malformed-request", Wire.get("/ids/%00/end")),
        failure(400, "malformed-request", Wire.get("/ids/%c0%af/end")),
        failure(400, "malformed-request", Wire.get("/ids/%e2%82/end")),
        failure(400, "malformed-request", Wire.get("/ids/%u0041/end")),
        failure(400, "malformed-request", Wire.get("/ids/a;b/end")),
        failure(400, "malformed-request", Wire.get("/parameter?a=%zz")),
        failure(400, "malformed-request", Wire.get("/parameter?a=%ff")),
        failure(404, "no-such-route", Wire.get("/nothing")),
        failure(404, "no-such-route", Wire.get("/ids/../ids/a/end")),
        failure(404, "no-such-route", Wire.get("/ids/%2E%2E/status/503")),
        failure(405, "method-not-allowed", "DELETE /ids/a/end" + HOST + "\r\n"),
        failure(405, "method-not-allowed", "PROPFIND /ids/a/end" + HOST + "\r\n"),
        failure(413, "payload-too-large", Wire.get("/status/413")),
        failure(414, "uri-too-long", Wire.get("/ids/" + LONG + "/end")),
        failure(
            415,
            "unsupported-media-type",
            "POST /echo" + HOST + "Content-Type: nonsense\r\nContent-Length: 1\r\n\r\nx"),
        failure(400, "malformed-request", "GET /ids/a/end" + HOST + "Expect: magic\r\n\r\n"),
        failure(431, "headers-too-large", "GET /ids/a/end" + HOST + "X-Long: " + LONG + "\r\n\r\n"),
        failure(500, "internal", Wire.get("/error-of-handler")),
        failure(503, "overloaded", Wire.get("/status/503")),
        failure(400, "malformed-request", "GET /ids/a/end HTTP/9.9\r\nHost: localhost\r\n\r\n"));
  }

  private static Arguments failure(int status, String code, String request) {
    return Arguments.of(status, code, request);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failureIsAProblem(int status, String code, String request) throws IOException {
    Wire.Answer answer = Wire.exchange(port, request);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    JsonAssert.comparator(JsonCompareMode.LENIENT)
        .assertIsMatch(
            """
            {"type": "/problems/%s", "status": %d, "code": "%s"}\
            """
                .formatted(code, status, code),
            answer.body());
    assertThat(answer.body())
        .contains("\"title\":\"", "\"detail\":\"", "\"traceId\":\"")
        .doesNotContain("secret", "Exception", "org.", "io.github", "\tat ", "<");
  }

  @Test
  void problemNamesThePathAndTheTrace() throws IOException {
    String trace = "0123456789abcdef0123456789abcdef";
    String traced =
        "GET /error-of-handler"
            + HOST
            + "traceparent: 00-"
            + trace
            + "-0123456789abcdef-01\r\n\r\n";

    assertThat(Wire.exchange(port, traced).body())
        .contains("\"instance\":\"/error-of-handler\"", "\"traceId\":\"" + trace + "\"");
    assertThat(Wire.exchange(port, Wire.get("/status/413")).body())
        .contains("\"instance\":\"/status/413\"")
        .containsPattern("\"traceId\":\"[0-9a-f]{32}\"");
    assertThat(Wire.exchange(port, "NONSENSE\r\n\r\n").body()).doesNotContain("\"instance\"");
  }

  @Test
  void problemIsJsonWhateverTheCallerAccepts() throws IOException {
    String request = "GET /nothing" + HOST + "Accept: text/html\r\n\r\n";

    assertThat(Wire.exchange(port, request).contentType()).isEqualTo("application/problem+json");
  }

  @Test
  void headOfAProblemHasNoBody() throws IOException {
    try (Wire caller = new Wire(port)) {
      caller.send("HEAD /nothing" + HOST + "\r\n");
      assertThat(caller.receiveHead().status()).isEqualTo(404);

      caller.send(Wire.get("/ids/a/end"));
      assertThat(caller.receive().body()).isEqualTo("a");
    }
  }

  @Test
  void connectionLivesOnAfterAProblem() throws IOException {
    try (Wire caller = new Wire(port)) {
      caller.send(Wire.get("/error-of-handler"));
      assertThat(caller.receive().status()).isEqualTo(500);

      caller.send(Wire.get("/ids/a/end"));
      assertThat(caller.receive().body()).isEqualTo("a");
    }
  }

  @Test
  void oldHttpIsAnswered() throws IOException {
    try (Wire caller = new Wire(port)) {
      caller.send("GET /ids/a/end HTTP/1.0\r\n\r\n");

      assertThat(caller.receive().body()).isEqualTo("a");
      assertThat(caller.atEnd()).isTrue();
    }
  }

  @Test
  void parameterWithoutANameIsNoFailure() throws IOException {
    assertThat(Wire.exchange(port, Wire.get("/parameter?=x")).body()).isEqualTo("{=x}");
  }
}
