package io.github.temporalgateway.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A caller that reads a stream line by line, as an EventSource does. */
final class EventReader implements AutoCloseable {

  private final HttpURLConnection connection;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread thread;

  EventReader(int port, String path, String... headers) throws IOException {
    connection =
        (HttpURLConnection) URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
    for (int i = 0; i < headers.length; i += 2) {
      connection.setRequestProperty(headers[i], headers[i + 1]);
    }
    connection.connect();
    thread = Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException cut) {
      lines.add("!" + cut.getMessage());
    }
  }

  int status() {
    try {
      return connection.getResponseCode();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String header(String name) {
    return String.valueOf(connection.getHeaderField(name));
  }

  /** All lines so far. */
  List<String> lines() {
    return lines;
  }

  /** The ids so far. */
  List<String> ids() {
    return lines.stream()
        .filter(line -> line.startsWith("id: "))
        .map(line -> line.substring(4))
        .toList();
  }

  boolean hasEnded() {
    return !thread.isAlive();
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
