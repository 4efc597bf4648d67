package io.github.temporalgateway.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A stream whose caller reads nothing for a while, with more results than fit into sockets. */
class ResultStreamEndsIT extends ManyExecutions {

  private static final int COUNT = 60;

  private final List<String> ids = new ArrayList<>();
  @LocalServerPort private int port;

  @BeforeEach
  void startMany() {
    String large = "x".repeat(200_000);
    for (int i = 0; i < COUNT; i++) {
      ids.add(id("large"));
      startTagged("Echo", ids.getLast(), "'input':'" + large + "'");
    }
    awaitVisible(COUNT, tagged(" AND ExecutionStatus = 'Completed'"));
  }

  @Test
  void streamEndsWhenItsCallerHangsUp() throws IOException {
    long before = lookedUp();
    try (Socket caller = connect(port)) {
      ask(caller);
      caller.getInputStream().readNBytes(300_000);
      caller.setSoLinger(true, 0);
    }

    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(4))
        .until(() -> lookedUp() > before && lookedUp() < COUNT);
  }

  @Test
  void shutdownEndsTheStreamWithAProblem(TemporalDevServer server) throws Exception {
    OwnGateway own = OwnGateway.start(server.target());
    int ownPort = own.port();
    try (Socket caller = connect(ownPort)) {
      ask(caller);
      caller.getInputStream().readNBytes(300_000);
      Thread shutdown = Thread.ofVirtual().start(own::close);
      // The web server takes no new connections once everything that is held has been told.
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() ->
              assertThatThrownBy(() -> connect(ownPort).close())
                  .isInstanceOf(ConnectException.class));

      List<String> lines;
      try (BufferedReader rest =
          new BufferedReader(
              new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
        lines = rest.lines().filter(line -> line.startsWith("{\"")).toList();
      }

      assertThat(shutdown.join(Duration.ofSeconds(10))).isTrue();
      assertThat(lines).hasSizeLessThan(COUNT);
      assertThat(lines.getLast()).startsWith("{\"problem\":").contains("\"shutting-down\"");
    } finally {
      own.close();
    }
  }

  private long lookedUp() {
    return ids.stream().mapToLong(id -> rpcs.historyCalls(id).size()).filter(n -> n > 0).count();
  }

  private void ask(Socket caller) throws IOException {
    String request = "GET /workflow-results?" + tagged("") + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    caller.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
  }

  private static Socket connect(int port) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(64 * 1024);
    socket.connect(new InetSocketAddress("127.0.0.1", port));
    return socket;
  }
}
