package io.github.temporalgateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TokenIssuer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every run that a request reaches is judged, not only the one that its path names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReachedRunsIT extends RealGateway {

  private static final String SECRET = "of-another";

  private final TokenIssuer issuer = new TokenIssuer("k1");
  private final String[] orders = issuer.bearer("orders", "default:write");
  private final String[] becoming = issuer.bearer("becoming", "default:write");
  @TempDir private static Path folder;
  private OwnGateway secured;
  private GatewayClient caller;

  @BeforeAll
  void start(TemporalDevServer server) {
    Path keys = TokenIssuer.publish(folder.resolve("jwks.json"), issuer);
    secured =
        OwnGateway.start(
            server.target(),
            TokenIssuer.policies(
                keys,
                "policies[0].callers=orders",
                "policies[0].workflow-types=Greeting,ContinueAsNew",
                "policies[1].callers=becoming",
                "policies[1].workflow-types=BecomeEcho"));
    caller = secured.client();
  }

  @AfterAll
  void stop() {
    secured.close();
  }

  /** An id that belongs to a type which the caller may see, and belonged to another before. */
  private String takenOver(String id) {
    String hidden = echoed(id);
    started("Greeting", id, "'input':'x'");
    gateway.get("/workflows/" + id + "/result?wait=20").is(200);
    return hidden;
  }

  private String echoed(String id) {
    String hidden = started("Echo", id, "'input':'" + SECRET + "'").at("/runId");
    gateway.get("/workflows/" + id + "/result?wait=20").is(200);
    return hidden;
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "true"})
  void cursorOfARunOfAnotherTypeIsAsIfTheRunWereNotThere(String reverse) {
    String id = id("cursor");
    String hidden = takenOver(id);
    String path = "/workflows/" + id + "/history?pageSize=1&reverse=" + reverse;
    caller.get(path + "&runId=" + hidden, orders).isProblem(404, "workflow-not-found");
    String token = gateway.get(path + "&runId=" + hidden).is(200).at("/nextPageToken");
    gateway.get(path + "&pageToken=" + token).is(200);

    Answer answer = caller.get(path + "&pageToken=" + token, orders);

    assertThat(answer.isProblem(404, "workflow-not-found").text()).doesNotContain(SECRET);
  }

  @Test
  void cursorOfAnotherExecutionIsRefused() {
    String mine = id("mine");
    started("Greeting", mine, "'input':'x'");
    String other = id("other");
    echoed(other);
    String token = gateway.get("/workflows/" + other + "/history?pageSize=1").at("/nextPageToken");

    Answer answer = caller.get("/workflows/" + mine + "/history?pageToken=" + token, orders);

    assertThat(answer.isProblem(404, "workflow-not-found").text()).doesNotContain(SECRET);
  }

  @Test
  void pagesOfOneRunGoOnAfterItHasContinued() {
    String id = id("continued");
    started("ContinueAsNew", id, "'args':[1]");
    gateway.get("/workflows/" + id + "/result?wait=20").is(200);
    String path = "/workflows/" + id + "/history?pageSize=1";

    String token = caller.get(path, orders).is(200).at("/nextPageToken");

    caller.get(path + "&pageToken=" + token, orders).is(200);
    caller.get("/workflows/" + id + "/history/events", orders).is(200);
  }

  @Test
  void streamDoesNotGoOnAfterAnEventOfAnotherType() {
    String id = id("after");
    String hidden = takenOver(id);
    String path = "/workflows/" + id + "/history/events";

    for (Answer answer :
        new Answer[] {
          caller.get(path + "?after=" + hidden + "/0", orders),
          caller.get(path, "Last-Event-ID", hidden + "/1", orders[0], orders[1])
        }) {
      assertThat(answer.isProblem(404, "workflow-not-found").text()).doesNotContain(SECRET);
    }
    caller.get(path, orders).is(200);
  }

  @Test
  void streamAndResultEndWhereAnExecutionBecomesAnotherType() {
    String id = id("becomes");
    started("BecomeEcho", id, "'args':[4,'" + SECRET + "']");
    String path = "/workflows/" + id;
    CompletableFuture<Answer> result =
        CompletableFuture.supplyAsync(() -> caller.get(path + "/result?wait=20", becoming));

    Answer stream = caller.get(path + "/history/events", becoming).is(200);

    assertThat(stream.text())
        .contains("WORKFLOW_EXECUTION_CONTINUED_AS_NEW", "workflow-not-found")
        .doesNotContain("WORKFLOW_EXECUTION_COMPLETED");
    result.join().isProblem(404, "workflow-not-found");
    caller
        .get(path + "/history/events?after=" + lastId(stream), becoming)
        .isProblem(404, "workflow-not-found");
  }

  private static String lastId(Answer stream) {
    return stream
        .text()
        .lines()
        .filter(line -> line.startsWith("id: "))
        .reduce((_, last) -> last)
        .orElseThrow()
        .substring("id: ".length());
  }
}
