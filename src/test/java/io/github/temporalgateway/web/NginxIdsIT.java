package io.github.temporalgateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.testing.GatewayClient;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.PrefixProxy;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever an id is, a proxy that strips a prefix leaves it that id. */
class NginxIdsIT extends RealGateway {

  private static final int IDS = 10_000;
  private static final int CALLERS = 8;

  /** What proxies decode, merge, resolve or cut, and what has more than one byte or unit. */
  private static final String[] PIECES = {
    "/",
    "//",
    "%",
    "%2F",
    "%25",
    "..",
    ".",
    "/../",
    "/./",
    ";",
    "?",
    "#",
    "\\",
    "~",
    "~~",
    "+",
    " ",
    "&",
    "=",
    ":",
    "@",
    "a",
    "Z",
    "0",
    "-",
    "_",
    "'",
    "\"",
    "<",
    ">",
    "{",
    "}",
    "|",
    "^",
    "`",
    "*",
    "ü",
    "✓",
    "😀",
    "\u00a0",
    "\u200b",
    "e\u0301",
    "workflows",
    "result",
    "http://",
    ".json"
  };

  @Test
  void idsKeepTheirIdentity(TemporalDevServer server, @TempDir Path folder) throws Exception {
    long seed = System.nanoTime();
    try (OwnGateway own =
            OwnGateway.start(server.target(), "server.forward-headers-strategy=framework");
        PrefixProxy nginx = PrefixProxy.start(folder, "/gw", own.port());
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      GatewayClient caller = new GatewayClient(nginx.port());
      List<Future<List<String>>> parts = new ArrayList<>();
      for (int part = 0; part < CALLERS; part++) {
        Random random = new Random(seed + part);
        parts.add(callers.submit(() -> changed(caller, random)));
      }

      for (Future<List<String>> part : parts) {
        assertThat(part.get()).as("seed " + seed).isEmpty();
      }
    }
  }

  private static List<String> changed(GatewayClient caller, Random random) {
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < IDS / CALLERS; i++) {
      String id = randomId(random);
      Answer answer = caller.get("/gw/workflows/" + PathId.encode(id));
      JsonNode problem = JsonMapper.shared().readTree(answer.bytes());
      if (answer.status() != 404
          || !problem.path("code").asString().equals("workflow-not-found")
          || !problem.path("workflowId").asString().equals(id)) {
        changed.add(id + " -> " + answer.status() + " " + answer.text());
      }
    }
    return changed;
  }

  private static String randomId(Random random) {
    StringBuilder id = new StringBuilder("n");
    if (random.nextBoolean()) {
      id.setLength(0);
    }
    int pieces = 1 + random.nextInt(random.nextInt(20) == 0 ? 60 : 8);
    for (int piece = 0; piece < pieces; piece++) {
      id.append(
          random.nextInt(4) == 0
              ? Character.toString(' ' + random.nextInt('~' - ' ' + 1))
              : PIECES[random.nextInt(PIECES.length)]);
    }
    return id.toString();
  }

  @Test
  void linksLeadBackThroughTheProxy(TemporalDevServer server, @TempDir Path folder) {
    try (OwnGateway own =
            OwnGateway.start(server.target(), "server.forward-headers-strategy=framework");
        PrefixProxy nginx = PrefixProxy.start(folder, "/gw", own.port())) {
      GatewayClient caller = new GatewayClient(nginx.port());
      String id = id("a//b/../c%2Fd;e?f#g\\h ü");
      String body = start("WaitForSignal", "'workflowId':'" + id.replace("\\", "\\\\") + "'");

      Answer handle = caller.post("/gw/workflows", body).is(201);
      JsonNode links = JsonMapper.shared().readTree(handle.bytes()).path("links");

      for (String link : List.of("self", "outcome", "history")) {
        assertThat(links.path(link).asString()).startsWith("/gw/workflows/~");
        int status = caller.get(links.path(link).asString()).status();
        assertThat(status).as(link).isIn(200, 202);
      }
    }
  }
}
