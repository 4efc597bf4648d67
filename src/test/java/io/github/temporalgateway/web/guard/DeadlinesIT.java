package io.github.temporalgateway.web.guard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who sends a byte now and then does not keep a connection. */
class DeadlinesIT extends RealGateway {

  private static final String POST =
      "POST /workflows HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

  @Test
  void drippingHeadersAndBodiesAreEnded(TemporalDevServer server) throws Exception {
    try (OwnGateway own =
        OwnGateway.start(
            server.target(), "gateway.http.header-timeout=2s", "gateway.http.body-timeout=4s")) {
      assertThat(drip(own.port(), "", "\r\n")).isEmpty();
      assertThat(drip(own.port(), POST, "X-A: b\r\n")).isEmpty();
      assertThat(drip(own.port(), POST + "Content-Length: 100000\r\n\r\n", " "))
          .startsWith("HTTP/1.1 408")
          .contains("\"code\":\"request-timeout\"", "\"retryable\":true");
      assertThat(drip(own.port(), POST + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n"))
          .startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void waitingAndSilenceAreNoDrips(TemporalDevServer server) throws IOException {
    String id = id("no-drip");
    started("WaitForSignal", id);
    try (OwnGateway own =
            OwnGateway.start(
                server.target(), "gateway.http.header-timeout=1s", "gateway.http.body-timeout=1s");
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), own.port())) {
      for (int request = 0; request < 2; request++) {
        String wait = "GET /workflows/" + id + "/result?wait=4 HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(wait.getBytes(ISO_8859_1));
        byte[] answer = new byte[1 << 16];
        int read = socket.getInputStream().read(answer);

        assertThat(new String(answer, 0, read, ISO_8859_1)).startsWith("HTTP/1.1 202");
      }
    }
  }

  /** What is answered to a caller who goes on sending a little until the connection is closed. */
  private static String drip(int port, String head, String drop) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(head.getBytes(ISO_8859_1));
      CompletableFuture<String> answer =
          CompletableFuture.supplyAsync(() -> {
            try {
              return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            } catch (IOException _) {
              return "";
            }
          });
      long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!answer.isDone() && System.nanoTime() < patience) {
        try {
          socket.getOutputStream().write(drop.getBytes(ISO_8859_1));
        } catch (IOException _) {
          break;
        }
        TimeUnit.MILLISECONDS.sleep(200);
      }
      return answer.get(5, TimeUnit.SECONDS);
    }
  }
}
