package io.github.temporalgateway.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.openapi.ApiDocument.Op;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TokenIssuer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every operation of the document needs the permission that the document says, and no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionsIT extends RealGateway {

  private static final byte[] NOTHING = {};

  private final TokenIssuer issuer = new TokenIssuer("k1");
  @TempDir private static Path folder;
  private OwnGateway secured;
  private List<Op> operations = List.of();

  @BeforeAll
  void start(TemporalDevServer server) {
    Path keys = TokenIssuer.publish(folder.resolve("jwks.json"), issuer);
    secured = OwnGateway.start(server.target(), TokenIssuer.settings(keys));
    operations = ApiDocument.of(secured.client()).operations();
  }

  @AfterAll
  void stop() {
    secured.close();
  }

  @Test
  void everyOperationNamesItsPermission() {
    assertThat(operations)
        .filteredOn(op -> op.permission().isEmpty())
        .extracting(Op::id)
        .containsExactlyInAnyOrder("getCaller", "listProblems", "getProblem");
    all(
        _ -> true,
        op -> {
          assertThat(op.documents(401)).isEqualTo(!isManual(op));
          assertThat(op.documents(403)).isEqualTo(!op.permission().isEmpty());
          assertThat(op.node().has("security")).isEqualTo(isManual(op));
        });
  }

  @Test
  void withoutCredentialNothingIsDone() {
    all(op -> !isManual(op), op -> send(op).isProblem(401, "unauthenticated"));
  }

  @Test
  void withoutAnyRightInItTheNamespaceIsNotThere() {
    all(
        PermissionsIT::inNamespace,
        op -> {
          Answer refused = send(op, issuer.bearer("x", "other:admin"));
          Answer absent = sendTo("nowhere", op, issuer.bearer("x", "temporal-system:admin"));

          refused.isProblem(404, "namespace-not-found");
          if (op.path().contains("{namespace}")) {
            absent.isProblem(404, "namespace-not-found");
            assertThat(refused.at("/detail").replace("default", "nowhere"))
                .isEqualTo(absent.at("/detail"));
          }
        });
  }

  @Test
  void withTooLittleTheMissingPermissionIsNamed() {
    all(
        op -> !op.permission().isEmpty(),
        op -> {
          String needed = op.permission().replace("<namespace>", "default");
          Answer refused =
              send(op, issuer.bearer("x", lessThan(needed))).isProblem(403, "permission-denied");

          assertThat(refused.at("/detail")).contains(needed);
        });
  }

  @Test
  void withThatPermissionItIsDone() {
    all(
        op -> !op.permission().isEmpty(),
        op -> {
          String needed = op.permission().replace("<namespace>", "default");
          isLetThrough(sendNonsense(op, issuer.bearer("x", needed)));
          isLetThrough(sendNonsense(op, issuer.bearer("x", "temporal-system:admin")));
        });
  }

  private static void isLetThrough(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isNotIn(401, 403, 500);
    assertThat(answer.text()).doesNotContain("\"namespace-not-found\"");
  }

  @Test
  void callersLearnWhatTheyMayDo() {
    Answer me =
        secured
            .client()
            .get(
                "/me",
                issuer.bearer("orders", "default:read", "other:worker", "nonsense", "*:admin"))
            .is(200);

    assertThat(me.at("/id")).isEqualTo("orders");
    assertThat(me.at("/kind")).isEqualTo("JWT");
    assertThat(me.at("/grants/0/namespace")).isEqualTo("default");
    assertThat(me.json().at("/grants/0/rights").toString()).isEqualTo("[\"READ\"]");
    assertThat(me.json().at("/grants/0/operations").toString())
        .contains("describeWorkflow")
        .doesNotContain("startWorkflow");
    assertThat(me.json().at("/grants")).hasSize(1);
    assertThat(gateway.get("/me").is(200).at("/id")).isEqualTo("anonymous");
  }

  @Test
  void callersLearnOfNoNamespaceThatTheyCanDoNothingIn() {
    for (String granted : List.of("*:admin", ":read", "default:", "default:all", "other:admin")) {
      Answer me = secured.client().get("/me", issuer.bearer("x", granted)).is(200);

      assertThat(me.json().at("/grants")).as(granted).isEmpty();
    }
    Answer everywhere = secured.client().get("/me", issuer.bearer("x", "temporal-system:admin"));
    assertThat(everywhere.json().at("/grants")).hasSize(1);
    assertThat(everywhere.at("/grants/0/namespace")).isEqualTo("default");
  }

  /** A permission just short of the one that is needed, in the same Namespace. */
  private static String lessThan(String needed) {
    String namespace = needed.substring(0, needed.indexOf(':'));
    return switch (needed.substring(needed.indexOf(':') + 1)) {
      case "read" -> namespace + ":worker";
      case "write", "worker" -> namespace + ":read";
      default -> namespace + ":write";
    };
  }

  private static boolean inNamespace(Op op) {
    return op.permission().startsWith("<namespace>");
  }

  private static boolean isManual(Op op) {
    return op.path().startsWith("/problems");
  }

  private void all(Predicate<Op> kind, Consumer<Op> check) {
    List<Op> concerned = operations.stream().filter(kind).toList();
    assertThat(concerned).hasSizeGreaterThan(20);
    SoftAssertions softly = new SoftAssertions();
    for (Op op : concerned) {
      softly.assertThatCode(() -> check.accept(op)).as(op.toString()).doesNotThrowAnyException();
    }
    softly.assertAll();
  }

  private Answer send(Op op, String... headers) {
    return sendTo("default", op, headers);
  }

  /** What comes so far that it is read changes nothing. */
  private Answer sendNonsense(Op op, String... headers) {
    return sendTo("default", op, "{\"nonsense\":1}".getBytes(UTF_8), headers);
  }

  private Answer sendTo(String namespace, Op op, String... headers) {
    return sendTo(namespace, op, op.example().getBytes(UTF_8), headers);
  }

  private Answer sendTo(String namespace, Op op, byte[] body, String... headers) {
    List<String> all = new ArrayList<>(Stream.of(headers).toList());
    if (op.hasBody()) {
      all.addAll(List.of("Content-Type", "application/json"));
    }
    String path =
        op.path()
            .replace("{namespace}", namespace)
            .replace("{code}", "internal")
            .replaceAll("\\{\\w+}", id("no"));
    return secured
        .client()
        .send(op.verb(), path, op.hasBody() ? body : NOTHING, all.toArray(String[]::new));
  }
}
