package io.github.temporalgateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An nginx that stands before a Temporal Service as Temporal Cloud's edge does: it ends TLS, asks
 * for a client certificate or an API key, and writes down who called.
 */
public final class TlsEdge implements AutoCloseable {

  private final Path folder;
  private final String target;
  private final Nginx nginx;

  private TlsEdge(Path folder, String target) {
    this.folder = folder;
    this.target = target;
    this.nginx = new Nginx(folder, Ports.free());
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

  private void start(TestCertificates server, String rule) {
    configure(server, rule);
    nginx.start();
  }

  /** Takes another certificate, or other rules, for new connections. */
  public void reload(TestCertificates server, Path clientCa) {
    configure(server, "ssl_client_certificate %s; ssl_verify_client on;".formatted(clientCa));
    nginx.reload();
  }

  private void configure(TestCertificates server, String rule) {
    nginx.configure(
        """
        log_format calls '$status $connection "$ssl_client_s_dn" "$ssl_server_name" \
        "$http_authorization" "$http_temporal_namespace" $uri';
        http2_max_concurrent_streams 8192;
        upstream temporal { server %s; keepalive 64; }
        server {
          listen 127.0.0.1:%d ssl http2;
          access_log calls.log calls;
          ssl_certificate %s; ssl_certificate_key %s;
          location / { grpc_pass grpc://temporal; grpc_read_timeout 120s; }
          %s
        }
        """
            .formatted(target, port(), server.certificate("server"), server.key("server"), rule));
  }

  /** Port on loopback. */
  public int port() {
    return nginx.port();
  }

  /** Address for gRPC by the name {@code localhost}. */
  public String target() {
    return "localhost:" + port();
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
    nginx.close();
  }
}
