package io.github.temporalgateway.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** An nginx of a test's own, in a folder of its own. */
final class Nginx implements AutoCloseable {

  private static final String REQUIRED = "GATEWAY_REQUIRE_NGINX";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final int port;
  private final Path nginx;
  private @Nullable Process process;

  Nginx(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    this.nginx = find();
  }

  /** Writes its configuration, of which the frame is the same for all. */
  void configure(String http) {
    try {
      Files.writeString(
          folder.resolve("nginx.conf"),
          """
          daemon off; pid nginx.pid; error_log error.log info; worker_processes 1;
          events { worker_connections 8192; }
          http {
            client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp;
            uwsgi_temp_path temp; scgi_temp_path temp;
            client_max_body_size 0; keepalive_requests 1000000; access_log off;
            %s
          }
          """
              .formatted(http));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void start() {
    try {
      process =
          new ProcessBuilder(nginx.toString(), "-p", folder + "/", "-c", "nginx.conf")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output.log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-nginx"));
    await("nginx").atMost(PATIENCE).until(this::isListening);
  }

  /** Takes another configuration for new connections. */
  void reload() {
    long pid = Objects.requireNonNull(process).pid();
    Commands.run(Duration.ofSeconds(5), List.of("kill", "-HUP", Long.toString(pid)));
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    Process running = process;
    if (running != null) {
      running.destroy();
      Commands.endsWithin(Duration.ofSeconds(5), running);
    }
  }

  private static Path find() {
    Path found =
        Stream.concat(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)),
                Stream.of("/usr/sbin", "/usr/local/sbin"))
            .map(place -> Path.of(place, "nginx"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    if (found == null && "1".equals(System.getenv(REQUIRED))) {
      throw new IllegalStateException("There is no nginx on this machine.");
    }
    Assumptions.assumeTrue(found != null, "There is no nginx on this machine.");
    return Objects.requireNonNull(found);
  }
}
