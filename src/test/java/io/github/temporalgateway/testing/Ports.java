package io.github.temporalgateway.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports of the loopback address. */
final class Ports {

  // Below the range that systems give to outgoing connections: a server that is stopped for a
  // while must find its port free again, and a client must not connect to itself meanwhile.
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;

  private Ports() {}

  /** Returns a port that nobody listens on at the moment. */
  static int free() {
    for (int attempt = 0; attempt < 100; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("No free port from %d to %d".formatted(LOWEST, HIGHEST));
  }

  /** Returns the wished port, or another one where that is taken. */
  static int freeOr(int wished) {
    return isFree(wished) ? wished : free();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException _) {
      return false;
    }
  }
}
