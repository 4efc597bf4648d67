import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Trains the AOT cache of the image: starts the gateway by the command that it is given, asks what
 * callers ask, and ends it as an orchestrator does. Needs no Temporal Service.
 */
final class Train {

  private static final String CACHE = "-XX:AOTCacheOutput=";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int ROUNDS = 30;
  private static final String[] LOOKS = {
    "/v3/api-docs", "/v3/api-docs.yaml", "/swagger-ui/index.html", "/problems", "/workflows/a",
    "/workflows/a/result", "/nowhere"
  };
  private static final String START =
      """
      {"workflowType": "Greeting", "taskQueue": "samples", "workflowId": "a", "input": "World"}""";

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = free();
  private final int managementPort = free();
  private final Process gateway;

  private Train(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder
        .environment()
        .putAll(
            Map.of(
                "SERVER_PORT", Integer.toString(port),
                "MANAGEMENT_SERVER_PORT", Integer.toString(managementPort),
                "TEMPORAL_ADDRESS", "127.0.0.1:" + free(),
                "GATEWAY_TEMPORAL_RETRY_FOR", "0s"));
    gateway = builder.start();
  }

  public static void main(String[] command) throws IOException, InterruptedException {
    Path cache =
        Arrays.stream(command)
            .filter(it -> it.startsWith(CACHE))
            .map(it -> Path.of(it.substring(CACHE.length())))
            .findFirst()
            .orElseThrow();
    Train training = new Train(command);
    try {
      training.awaitStart();
      for (int round = 0; round < ROUNDS; round++) {
        training.ask();
      }
    } finally {
      training.end();
    }
    if (!Files.isRegularFile(cache)) {
      throw new IllegalStateException("The JVM wrote no " + cache);
    }
  }

  private void awaitStart() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isLive()) {
      if (!gateway.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("The gateway did not start");
      }
      Thread.sleep(100);
    }
  }

  private boolean isLive() throws InterruptedException {
    try {
      return status(HttpRequest.newBuilder(at(managementPort, "/actuator/health/liveness"))) == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private void ask() throws IOException, InterruptedException {
    for (String path : LOOKS) {
      status(HttpRequest.newBuilder(at(port, path)));
    }
    status(
        HttpRequest.newBuilder(at(port, "/workflows"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(START)));
    status(HttpRequest.newBuilder(at(managementPort, "/actuator/health")));
  }

  private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpRequest built = request.timeout(Duration.ofSeconds(30)).build();
    return client.send(built, BodyHandlers.discarding()).statusCode();
  }

  private void end() throws InterruptedException {
    gateway.destroy();
    if (!gateway.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      gateway.destroyForcibly();
    }
  }

  private static URI at(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
