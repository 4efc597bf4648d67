package io.github.temporalgateway.history;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.RealGateway;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What open streams cost. */
class StreamThreadsIT extends RealGateway {

  private static final int STREAMS = 300;

  @LocalServerPort private int port;

  @Test
  void streamHasNoPlatformThread() throws IOException {
    String id = id("threads");
    started("WaitForSignal", id);
    gateway.get("/workflows/" + id + "/queries/state").is(200);
    List<Socket> callers = new ArrayList<>();
    try {
      callers.add(open(id));
      await().until(() -> rpcs.openHistoryCalls(id) == 1);
      int before = platformThreads();

      for (int i = 1; i < STREAMS; i++) {
        callers.add(open(id));
      }
      await()
          .atMost(Duration.ofSeconds(40))
          .until(() -> rpcs.openHistoryCalls(id) > STREAMS * 9 / 10);

      assertThat(platformThreads() - before).isLessThan(STREAMS / 5);
    } finally {
      for (Socket caller : callers) {
        caller.close();
      }
    }
    gateway.post("/workflows/" + id + "/signals/proceed", "{}").is(202);
  }

  private Socket open(String id) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket
        .getOutputStream()
        .write(
            ("GET /workflows/" + id + "/history/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(US_ASCII));
    return socket;
  }

  /** Virtual threads do not count here. */
  private static int platformThreads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }
}
