package io.github.temporalgateway.web.guard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who does not read an answer does not keep what it takes to give it. */
@ExtendWith(OutputCaptureExtension.class)
class SlowReadersIT extends RealGateway {

  private static final int SIGNALS = 10;
  private static final String BIG = "{\"input\":\"" + "x".repeat(1_500_000) + "\"}";

  @Test
  void answersThatNobodyReadsAreEnded(TemporalDevServer server, CapturedOutput output)
      throws IOException {
    String history = "/workflows/" + longHistory("unread") + "/history";
    try (OwnGateway own = start(server);
        Socket caller = connect(own.port())) {
      for (int i = 0; i < SIGNALS; i++) {
        send(caller, history);
      }

      await().atMost(Duration.ofSeconds(30)).until(() -> isEnded(caller));
      own.client().get(history).is(200);
      assertThat(output.toString()).doesNotContain(history + " failed");
    }
  }

  @Test
  void streamsThatNobodyReadsAreEndedAndLeaveTheirPlace(TemporalDevServer server)
      throws IOException {
    String id = longHistory("unread-stream");
    try (OwnGateway own = start(server);
        Socket caller = connect(own.port())) {
      send(caller, "/workflows/" + id + "/history/events");
      String wait = "/workflows/" + id + "/result?wait=1";

      await().atMost(Duration.ofSeconds(30)).until(() -> own.client().get(wait).status() == 429);
      await().atMost(Duration.ofSeconds(30)).until(() -> own.client().get(wait).status() == 202);
      await().atMost(Duration.ofSeconds(30)).until(() -> isEnded(caller));
    }
  }

  /** A byte now and then is no reading: the system sends more only when there is room for it. */
  @Test
  void dripsAreNoReading(TemporalDevServer server) throws IOException {
    String history = "/workflows/" + longHistory("dripped") + "/history";
    try (OwnGateway own = start(server);
        Socket caller = connect(own.port())) {
      for (int i = 0; i < SIGNALS; i++) {
        send(caller, history);
      }

      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(500))
          .until(() -> caller.getInputStream().read() < 0 || isEnded(caller));
    }
  }

  /** More than the buffers of both systems take. */
  private String longHistory(String name) {
    String id = id(name);
    gateway.post("/workflows", startUnworked("WaitForSignal", "'workflowId':'" + id + "'")).is(201);
    for (int i = 0; i < SIGNALS; i++) {
      gateway.post("/workflows/" + id + "/signals/ignored", BIG).is(202);
    }
    return id;
  }

  private static OwnGateway start(TemporalDevServer server) {
    return OwnGateway.start(
        server.target(),
        "server.jetty.connection-idle-timeout=3s",
        "gateway.limits.waits-per-caller=1");
  }

  private static Socket connect(int port) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  private static void send(Socket caller, String path) throws IOException {
    String request =
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/x-ndjson, */*\r\n\r\n";
    caller.getOutputStream().write(request.getBytes(ISO_8859_1));
  }

  /** Empty lines between requests mean nothing, and cannot be sent when the other side is gone. */
  private static boolean isEnded(Socket caller) {
    try {
      caller.getOutputStream().write("\r\n".getBytes(ISO_8859_1));
      return false;
    } catch (IOException _) {
      return true;
    }
  }
}
