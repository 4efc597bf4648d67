package io.github.temporalgateway.testing;

import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.GatewayApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A gateway in a process of its own, so that it can be killed. */
public final class GatewayProcess implements AutoCloseable {

  private final Process process;
  private final int port;

  private GatewayProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a gateway and waits until it answers.
   *
   * @param target address of the Temporal Service, as {@code host:port}
   */
  public static GatewayProcess start(String target) throws IOException {
    int port = Ports.free();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            GatewayApplication.class.getName(),
            "--server.port=" + port,
            "--management.server.port=0",
            "--spring.temporal.connection.target=" + target);
    builder.redirectErrorStream(true);
    builder.redirectOutput(Path.of("target", "gateway-process.log").toFile());
    GatewayProcess gateway = new GatewayProcess(builder.start(), port);
    GatewayClient client = new GatewayClient(port);
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(250))
        .failFast(() -> !gateway.process.isAlive())
        .until(() -> answers(client));
    return gateway;
  }

  private static boolean answers(GatewayClient client) {
    try {
      return client.get("/problems").status() == 200;
    } catch (AssertionError _) {
      return false;
    }
  }

  /** Port of its API. */
  public int port() {
    return port;
  }

  /** Ends it as SIGKILL does: nothing is finished, nobody is told. */
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
  }
}
