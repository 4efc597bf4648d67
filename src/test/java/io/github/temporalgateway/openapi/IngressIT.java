package io.github.temporalgateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.IngressProxy;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Behind an ingress with TLS and a prefix the API is what it is without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngressIT extends RealGateway {

  private static final String PREFIX = "/gw";
  private static final String START = "#operations-Workflows-startWorkflow";
  private static final Executor CALLER = Thread.ofVirtual()::start;

  @TempDir private static Path folder;
  private OwnGateway own;
  private IngressProxy ingress;
  private GatewayClient caller;

  @BeforeAll
  void open(TemporalDevServer server) {
    own =
        OwnGateway.start(
            server.target(),
            "server.forward-headers-strategy=framework",
            "gateway.http.max-wait=8s");
    ingress = IngressProxy.start(folder, PREFIX, own.port(), 60);
    caller = ingress.client();
  }

  @AfterAll
  void close() {
    ingress.close();
    own.close();
  }

  @Test
  void locationAndLinksLeadBackThroughIt() {
    String id = id("behind an ingress/a//b");
    Answer handle =
        caller
            .post(
                PREFIX + "/workflows",
                start("WaitForSignal", "'workflowId':'" + id + "'"),
                "Prefer",
                "wait=1")
            .is(202);

    String location = URI.create(handle.header("Location")).getRawPath();
    assertThat(location).startsWith(PREFIX + "/workflows/");
    for (String link : List.of("self", "result", "outcome", "history")) {
      String path = handle.at("/links/" + link);
      assertThat(path).startsWith(PREFIX + "/workflows/");
      assertThat(caller.get(path, "Prefer", "wait=0").status()).as(path).isIn(200, 202);
    }
    caller.get(location, "Prefer", "wait=0").is(202);
    assertThat(caller.get(PREFIX + "/v3/api-docs.yaml").is(200).text())
        .contains("- url: " + PREFIX + "\n");
  }

  @Test
  void waitIsAnsweredWhenTheRunCloses() {
    String id = id("waited-for");
    started("WaitForSignal", id);
    CompletableFuture<Answer> wait =
        CompletableFuture.supplyAsync(
            () -> caller.get(PREFIX + "/workflows/" + id + "/result", "Prefer", "wait=8"), CALLER);

    caller.post(PREFIX + "/workflows/" + id + "/signals/proceed", "{\"input\":\"done\"}").is(202);

    assertThat(wait.join().is(200).text()).isEqualTo("\"done\"");
  }

  @Test
  void waitThatIsTooLongEndsBeforeTheProxyGivesUp(@TempDir Path other) {
    String id = id("too-long");
    started("WaitForSignal", id);
    try (IngressProxy hasty = IngressProxy.start(other, PREFIX, own.port(), 20)) {
      Answer answer =
          hasty.client().get(PREFIX + "/workflows/" + id + "/result", "Prefer", "wait=600").is(202);

      assertThat(answer.header("Location")).contains(PREFIX + "/workflows/" + id);
      assertThat(answer.header("Preference-Applied")).contains("wait=8");
    }
  }

  @Test
  void eventsComeOneByOne() throws IOException, InterruptedException {
    String id = id("streamed");
    started("WaitForSignal", id);
    try (HttpClient http = HttpClient.newBuilder().sslContext(ingress.tls()).build()) {
      URI uri =
          URI.create(
              "https://127.0.0.1:%d%s/workflows/%s/history/events"
                  .formatted(ingress.port(), PREFIX, id));
      HttpResponse<Stream<String>> response =
          http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofLines());
      Iterator<String> lines = response.body().iterator();

      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
      until(lines, "WORKFLOW_TASK_COMPLETED");
      caller.post(PREFIX + "/workflows/" + id + "/signals/proceed", "{\"input\":\"done\"}").is(202);
      until(lines, "WORKFLOW_EXECUTION_COMPLETED");
    }
  }

  private static void until(Iterator<String> lines, String type) {
    while (lines.hasNext()) {
      if (lines.next().equals("event: " + type)) {
        return;
      }
    }
    throw new AssertionError("The stream ended before " + type);
  }

  @Test
  void idsKeepTheirIdentity() {
    List<String> ids =
        List.of(
            "order/123",
            "a//b/../c%2Fd;e?f#g\\h ü",
            "..",
            ".",
            "/",
            "%",
            "%25",
            "a%2Fb",
            "~",
            "a+b",
            " x ",
            "gw/x",
            "/gw/",
            "GW",
            "a;b=c",
            "😀",
            "https://x/?y=z&w",
            "\"'<>{}|^`");
    for (String id : ids) {
      Answer answer = caller.get(PREFIX + "/workflows/" + PathId.encode(id));

      answer.isProblem(404, "workflow-not-found");
      assertThat(JsonMapper.shared().readTree(answer.bytes()).path("workflowId").asString())
          .isEqualTo(id);
    }
  }

  @Test
  void swaggerUiRunsTheSample() {
    try (Browser browser = Browser.open()) {
      URI home = URI.create("https://127.0.0.1:" + ingress.port() + PREFIX + "/");
      browser.go(home.resolve("swagger-ui.html"));
      browser.click(START + " .opblock-summary-control");
      browser.click(START + " .btn.execute");
      browser.waitForText(
          START + " .live-responses-table tbody .response-col_description", "Hello, World!");

      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests())
          .isNotEmpty()
          .allMatch(request -> request.toString().startsWith(home.toString()));
    }
  }
}
