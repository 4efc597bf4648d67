package io.github.temporalgateway.testing;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/**
 * An nginx before the gateway with what ingress-nginx writes for an Ingress with TLS, a prefix that
 * {@code rewrite-target} strips, and {@code x-forwarded-prefix}.
 */
public final class IngressProxy implements AutoCloseable {

  private final Nginx nginx;
  private final TestCertificates certificates;

  private IngressProxy(Nginx nginx, TestCertificates certificates) {
    this.nginx = nginx;
    this.certificates = certificates;
  }

  /**
   * Starts one.
   *
   * @param folder an empty folder for its files
   * @param prefix such as {@code /gw}
   * @param gateway port of the gateway
   * @param readTimeout seconds without a byte after which it gives up
   */
  public static IngressProxy start(Path folder, String prefix, int gateway, int readTimeout) {
    int port = Ports.free();
    TestCertificates certificates =
        new TestCertificates(folder, "ingress").server("server", "gateway.example.com");
    Nginx nginx = new Nginx(folder, port);
    nginx.configure(
        """
        map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
        large_client_header_buffers 4 8k;
        ssl_certificate %4$s; ssl_certificate_key %5$s; ssl_protocols TLSv1.2 TLSv1.3;
        upstream upstream_balancer { server 127.0.0.1:%1$d; keepalive 320; }
        server {
          listen 127.0.0.1:%2$d ssl http2;
          location ~* "^%3$s(/|$)(.*)" {
            client_max_body_size 4m;
            proxy_set_header Host $http_host;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection $connection_upgrade;
            proxy_set_header X-Request-ID $request_id;
            proxy_set_header X-Real-IP $remote_addr;
            proxy_set_header X-Forwarded-For $remote_addr;
            proxy_set_header X-Forwarded-Host $http_host;
            proxy_set_header X-Forwarded-Port $server_port;
            proxy_set_header X-Forwarded-Proto $scheme;
            proxy_set_header X-Forwarded-Scheme $scheme;
            proxy_set_header X-Scheme $scheme;
            proxy_set_header X-Original-Forwarded-For $http_x_forwarded_for;
            proxy_set_header Proxy "";
            proxy_connect_timeout 5s; proxy_send_timeout 60s; proxy_read_timeout %6$ds;
            proxy_buffering off; proxy_buffer_size 4k; proxy_buffers 4 4k;
            proxy_request_buffering on; proxy_http_version 1.1;
            proxy_cookie_domain off; proxy_cookie_path off;
            proxy_next_upstream error timeout; proxy_next_upstream_tries 3;
            rewrite "(?i)%3$s(/|$)(.*)" /$2 break;
            proxy_set_header X-Forwarded-Prefix "%3$s";
            proxy_pass http://upstream_balancer;
            proxy_redirect off;
          }
        }
        """
            .formatted(
                gateway,
                port,
                prefix,
                certificates.certificate("server"),
                certificates.key("server"),
                readTimeout));
    nginx.start();
    return new IngressProxy(nginx, certificates);
  }

  /** A caller that trusts its certificate. */
  public GatewayClient client() {
    return new GatewayClient(port(), tls());
  }

  /** TLS of such a caller. */
  public SSLContext tls() {
    return certificates.tls();
  }

  /** Port on loopback. */
  public int port() {
    return nginx.port();
  }

  /** Ends nginx. */
  @Override
  public void close() {
    nginx.close();
  }
}
