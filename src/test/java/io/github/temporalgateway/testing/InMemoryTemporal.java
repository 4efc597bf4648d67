package io.github.temporalgateway.testing;

import io.temporal.testserver.TestServer;

/** The in-memory server of Temporal's SDK, for what a caller sees of a service that lacks much. */
public final class InMemoryTemporal implements AutoCloseable {

  private final int port = Ports.free();
  private final AutoCloseable server = TestServer.createPortBoundServer(port);

  /** The address for gRPC, as {@code host:port}. */
  public String target() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() throws Exception {
    server.close();
  }
}
