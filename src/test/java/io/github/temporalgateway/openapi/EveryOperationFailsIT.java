package io.github.temporalgateway.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.openapi.ApiDocument.Op;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What any operation can fail with is documented for it, and happens. */
class EveryOperationFailsIT extends RealGateway {

  /** Little more than the gateway reads. */
  private static final String LONG = "x".repeat(8_300);

  private static final byte[] NOTHING = {};

  private List<Op> operations = List.of();
  private String id = "";

  @BeforeEach
  void read() {
    operations = ApiDocument.of(gateway).operations();
    id = id("fails");
    started("WaitForSignal", id);
  }

  @Test
  void uriThatCannotBeDecodedIs400() {
    all(_ -> true, 400, "malformed-request", op -> send(op, "?a=%ff", body(op)));
  }

  @Test
  void bodyThatIsNoJsonIs400() {
    all(Op::hasBody, 400, "malformed-request", op -> send(op, "", "{".getBytes(UTF_8)));
  }

  @Test
  void pageOfAnotherSiteMayNotChangeAnything() {
    all(
        op -> !op.verb().equals("GET"),
        403,
        "cross-site",
        op -> send(op, "", body(op), "Sec-Fetch-Site", "cross-site"));
  }

  @Test
  void callerWhoAsksTooMuchIs429(TemporalDevServer server) {
    try (OwnGateway own =
        OwnGateway.start(
            server.target(), "gateway.limits.rate.per-caller=1", "gateway.limits.rate.burst=1")) {
      // What streams would never end when it is not refused.
      Predicate<Op> ends = op -> !op.path().endsWith("/events");
      all(ends, 429, "rate-limited", op -> again(() -> tooMuch(own, op)));
    }
  }

  private @Nullable Answer tooMuch(OwnGateway own, Op op) {
    own.client().get("/problems");
    Answer answer = sendTo(own, op);
    return answer.status() == 429 ? answer : null;
  }

  @Test
  void namespaceThatTemporalDoesNotHaveIs404() {
    all(Op::inNamespace, 404, "namespace-not-found", op -> send(op, "", body(op)));
  }

  @Test
  void typeThatNoAnswerHasIs406() {
    all(
        op -> op.documents(406),
        406,
        "not-acceptable",
        op -> send(op, "", body(op), "Accept", "application/pdf"));
  }

  @Test
  void answerWithoutABodyIsAcceptableToAll() {
    assertThat(operations).anyMatch(op -> !op.documents(406));
    assertThat(operations).allMatch(op -> op.documents(406) == op.answersWithBody());
  }

  @Test
  void bodyThatIsTooLargeIs413() {
    byte[] large = ("{\"x\":\"" + "x".repeat(4 * 1024 * 1024) + "\"}").getBytes(UTF_8);
    all(Op::hasBody, 413, "payload-too-large", op -> send(op, "", large));
  }

  @Test
  void uriThatIsTooLongIs414() {
    all(_ -> true, 414, "uri-too-long", op -> again(() -> send(op, "?" + LONG, NOTHING)));
  }

  @Test
  void bodyOfAnotherTypeIs415() {
    all(
        Op::hasBody,
        415,
        "unsupported-media-type",
        op -> gateway.send(op.verb(), path(op), body(op), "Content-Type", "text/plain"));
  }

  @Test
  void unknownMemberIs422() {
    all(Op::hasBody, 422, "validation", op -> send(op, "", "{\"nonsense\":1}".getBytes(UTF_8)));
  }

  @Test
  void runIdThatIsNoneIs422() {
    all(Op::ofExecution, 422, "validation", op -> send(op, "?runId=x", body(op)));
  }

  @Test
  void headersThatAreTooLongAre431() {
    all(
        _ -> true,
        431,
        "headers-too-large",
        op -> again(() -> send(op, "", NOTHING, "X-Long", LONG)));
  }

  @ParameterizedTest
  @CsvSource({
    "429, resource-exhausted, RESOURCE_EXHAUSTED",
    "502, upstream-auth, PERMISSION_DENIED",
    "502, upstream-auth, UNAUTHENTICATED",
    "502, temporal-error, INTERNAL",
    "502, temporal-error, DATA_LOSS",
    "503, temporal-unavailable, UNAVAILABLE",
    "504, temporal-timeout, DEADLINE_EXCEEDED"
  })
  void temporalInTroubleIsTold(
      int status, String code, Status.Code fault, TemporalDevServer server) {
    try (OwnGateway own = start(server, "gateway.temporal.retry-for=100ms")) {
      own.faults().failWith(fault.toStatus().withDescription("as told"));

      all(Op::asksTemporal, status, code, op -> sendTo(own, op));
    }
  }

  @Test
  void serviceThatCannotIs501(TemporalDevServer server) {
    try (OwnGateway own = start(server)) {
      own.faults().failWith(Status.UNIMPLEMENTED);

      all(op -> op.documents(501), 501, "not-supported", op -> sendTo(own, op));
    }
  }

  @Test
  void mistakeInTheGatewayIs500(TemporalDevServer server) {
    try (OwnGateway own = start(server, "logging.level.io.github.temporalgateway=off")) {
      own.faults().failWith(new IllegalStateException("secret"));

      all(Op::asksTemporal, 500, "internal", op -> sendTo(own, op));
    }
  }

  private static OwnGateway start(TemporalDevServer server, String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("gateway.namespaces.admin=true");
    all.add("gateway.namespaces.allow=shop");
    return OwnGateway.start(server.target(), all.toArray(String[]::new));
  }

  /** Lets every operation of a kind fail, and wants the document to know of it. */
  private void all(Predicate<Op> kind, int status, String code, Function<Op, Answer> call) {
    List<Op> concerned = operations.stream().filter(kind).collect(Collectors.toList());
    assertThat(concerned).hasSizeGreaterThan(5);
    SoftAssertions softly = new SoftAssertions();
    for (Op op : concerned) {
      softly.assertThat(op.documents(status)).as(op + " documents " + status).isTrue();
      Answer answer = call.apply(op);
      softly
          .assertThatCode(() -> answer.isProblem(status, code))
          .as(op.toString())
          .doesNotThrowAnyException();
    }
    softly.assertAll();
  }

  /** Jetty closes the connection unread, and TCP may then reset it before the answer is there. */
  private static Answer again(Supplier<@Nullable Answer> call) {
    return await()
        .ignoreExceptions()
        .until(
            () -> {
              try {
                return call.get();
              } catch (AssertionError reset) {
                throw new IllegalStateException(reset);
              }
            },
            Objects::nonNull);
  }

  private Answer sendTo(OwnGateway own, Op op) {
    return own.client()
        .send(op.verb(), path(op).replace(ABSENT_NAMESPACE, "default"), body(op), headers(op));
  }

  private Answer send(Op op, String query, byte[] body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of(headers(op)));
    return gateway.send(op.verb(), path(op) + query, body, all.toArray(String[]::new));
  }

  private static String[] headers(Op op) {
    return op.hasBody() ? new String[] {"Content-Type", "application/json"} : new String[0];
  }

  private static byte[] body(Op op) {
    return op.hasBody() ? op.example().getBytes(UTF_8) : NOTHING;
  }

  private String path(Op op) {
    return op.path()
        .replace("{namespace}", ABSENT_NAMESPACE)
        .replace("{workflowId}", id)
        .replace("{code}", "internal")
        .replaceAll("\\{\\w+}", "any");
  }
}
