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

/**
 * An nginx that stands before a Temporal Service as Temporal Cloud's edge does: it ends TLS, asks
 * for a client certificate or an API key, and writes down who called.
 */
public final class TlsEdge implements AutoCloseable {

  private static final String REQUIRED = "GATEWAY_REQUIRE_NGINX";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final String target;
  private final int port = Ports.free();
  private final Path nginx;
  private @Nullable Process process;

  private TlsEdge(Path folder, String target) {
    this.folder = folder;
    this.target = target;
    this.nginx = find();
  }

  /**
   * Starts an edge that asks for client certificates.
   *
   * @param folder an empty folder for its files
   * @param target address of the service behind it
   * @param server who issued the certificate {@code server} of the edge
   * @param clientCa whose certificates it takes from clients
   */
  public static TlsEdge withClientCertificates(
      Path folder, String target, TestCertificates server, Path clientCa) {
    TlsEdge edge = new TlsEdge(folder, target);
    edge.start(server, "ssl_client_certificate %s; ssl_verify_client on;".formatted(clientCa));
    return edge;
  }

  /** Starts an edge that takes every client. */
  public static TlsEdge open(Path folder, String target, TestCertificates server) {
    TlsEdge edge = new TlsEdge(folder, target);
    edge.start(server, "");
    return edge;
  }

  /** Starts an edge that admits so many calls of one connection at a time, and no more. */
  public static TlsEdge withStreams(
      Path folder, String target, TestCertificates server, int streams) {
    TlsEdge edge = new TlsEdge(folder, target);
    edge.start(server, "http2_max_concurrent_streams %d;".formatted(streams));
    return edge;
  }

  /** Starts an edge that asks for one of these API keys. */
  public static TlsEdge withApiKeys(
      Path folder, String target, TestCertificates server, String... keys) {
    TlsEdge edge = new TlsEdge(folder, target);
    edge.start(
        server,
        "if ($http_authorization !~ \"^Bearer (%s)$\") { return 401; }"
            .formatted(String.join("|", keys)));
    return edge;
  }

  /**
   * Starts an edge that decides by tokens as Temporal's own authorizer does: it lets the first one
   * do everything, the second one everything but start Workflows, and no other anything but ask for
   * the version.
   */
  public static TlsEdge withTokens(
      Path folder, String target, TestCertificates server, String writer, String reader) {
    TlsEdge edge = new TlsEdge(folder, target);
    edge.start(
        server,
        """
        set $asked "$uri $http_authorization";
        if ($asked !~ "GetSystemInfo|Bearer (%s|%s)$") { return 401; }
        if ($asked ~ "StartWorkflowExecution Bearer %s$") { return 403; }
        """
            .formatted(writer, reader, reader));
    return edge;
  }

  private void start(TestCertificates server, String rule) {
    configure(server, rule);
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

  /** Takes another certificate, or other rules, for new connections. */
  public void reload(TestCertificates server, Path clientCa) {
    configure(server, "ssl_client_certificate %s; ssl_verify_client on;".formatted(clientCa));
    long pid = Objects.requireNonNull(process).pid();
    Commands.run(Duration.ofSeconds(5), List.of("kill", "-HUP", Long.toString(pid)));
  }

  private void configure(TestCertificates server, String rule) {
    try {
      Files.writeString(
          folder.resolve("nginx.conf"),
          """
          daemon off; pid nginx.pid; error_log error.log info; worker_processes 1;
          events { worker_connections 8192; }
          http {
            log_format calls '$status $connection "$ssl_client_s_dn" "$ssl_server_name" \
          "$http_authorization" "$http_temporal_namespace" $uri';
            access_log calls.log calls;
            client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp;
            uwsgi_temp_path temp; scgi_temp_path temp;
            client_max_body_size 0; http2_max_concurrent_streams 8192; keepalive_requests 1000000;
            upstream temporal { server %s; keepalive 64; }
            server {
              listen 127.0.0.1:%d ssl http2;
              ssl_certificate %s; ssl_certificate_key %s;
              location / { grpc_pass grpc://temporal; grpc_read_timeout 120s; }
              %s
            }
          }
          """
              .formatted(target, port, server.certificate("server"), server.key("server"), rule));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** Port on loopback. */
  public int port() {
    return port;
  }

  /** Address for gRPC by the name {@code localhost}. */
  public String target() {
    return "localhost:" + port;
  }

  /**
   * What was called so far, one line for each call: status, number of the connection, name of the
   * client certificate, of the server, Authorization, Namespace header and method.
   */
  public List<String> calls() {
    try {
      return Files.readAllLines(folder.resolve("calls.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends nginx. */
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
