package io.github.temporalgateway.history;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A caller that reads a stream line by line as it comes. */
final class EventReader implements AutoCloseable {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final HttpResponse<InputStream> response;
  private volatile boolean ended;
  private volatile boolean broken;

  private EventReader(HttpRequest request) throws IOException, InterruptedException {
    response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    Thread.startVirtualThread(this::readAll);
  }

  /** Opens a stream; headers are names and values in turn. */
  static EventReader open(int port, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return new EventReader(request.build());
  }

  private void readAll() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      in.lines().forEach(lines::add);
      ended = true;
    } catch (IOException | UncheckedIOException _) {
      broken = true;
    }
  }

  HttpResponse<InputStream> response() {
    return response;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The values of one field of server-sent events, in their order. */
  List<String> field(String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .toList();
  }

  /** The ids of events that have come whole, as far as a browser would have got. */
  List<String> dispatched() {
    List<String> ids = new ArrayList<>();
    String id = "";
    for (String line : lines()) {
      if (line.startsWith("id: ")) {
        id = line.substring("id: ".length());
      } else if (line.isEmpty() && !id.isEmpty()) {
        ids.add(id);
        id = "";
      }
    }
    return ids;
  }

  /** The types of events. */
  List<String> types() {
    return field("event");
  }

  /** The numbers of events, without their runs. */
  List<Long> numbers() {
    return field("id").stream().map(id -> Long.parseLong(id.split("/", 2)[1])).toList();
  }

  EventReader awaitLine(Predicate<String> wanted) {
    await().atMost(Duration.ofSeconds(40)).until(() -> lines.stream().anyMatch(wanted));
    return this;
  }

  EventReader awaitType(String type) {
    return awaitLine(("event: " + type)::equals);
  }

  /** Waits for a proper end of the body. */
  EventReader awaitEnd() {
    await().atMost(Duration.ofSeconds(40)).failFast(() -> broken).until(() -> ended);
    return this;
  }

  /** Waits for a body that breaks off. */
  EventReader awaitBroken() {
    await().atMost(Duration.ofSeconds(40)).failFast(() -> ended).until(() -> broken);
    return this;
  }

  @Override
  public void close() throws IOException {
    response.body().close();
    http.shutdownNow();
  }
}
