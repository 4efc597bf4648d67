package io.github.temporalgateway.testing;

import java.nio.file.Path;

/** An nginx before the gateway that strips a prefix from paths, as ingresses often do. */
public final class PrefixProxy implements AutoCloseable {

  private final Nginx nginx;

  private PrefixProxy(Nginx nginx) {
    this.nginx = nginx;
  }

  /**
   * Starts one.
   *
   * @param folder an empty folder for its files
   * @param prefix such as {@code /gw}
   * @param gateway port of the gateway
   */
  public static PrefixProxy start(Path folder, String prefix, int gateway) {
    int port = Ports.free();
    Nginx nginx = new Nginx(folder, port);
    nginx.configure(
        """
        upstream gateway { server 127.0.0.1:%1$d; keepalive 16; }
        server {
          listen 127.0.0.1:%2$d;
          large_client_header_buffers 4 16k;
          location %3$s/ {
            proxy_pass http://gateway/;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host localhost;
            proxy_set_header X-Forwarded-Prefix %3$s;
            proxy_set_header X-Forwarded-For $remote_addr;
          }
        }
        """
            .formatted(gateway, port, prefix));
    nginx.start();
    return new PrefixProxy(nginx);
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
