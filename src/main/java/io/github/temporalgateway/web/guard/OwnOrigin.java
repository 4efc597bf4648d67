package io.github.temporalgateway.web.guard;

import java.net.URI;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ForwardedHeaderUtils;
import org.springframework.web.util.UriComponents;

/**
 * Whether a page that made a browser send a request came from the host that the request is for (RFC
 * 6454). Schemes are not compared: behind a proxy that ends TLS the caller's is not known, and for
 * what is sent over TLS browsers say more than {@code Origin}.
 */
final class OwnOrigin {

  private static final List<String> FORWARDED = List.of("X-Forwarded-Host", "X-Forwarded-Port");
  private static final String SCHEME_END = "://";

  private final boolean forwarded;

  /**
   * @param forwarded whether a proxy is believed what it says of the host that the caller named
   */
  OwnOrigin(boolean forwarded) {
    this.forwarded = forwarded;
  }

  boolean is(String origin, Request request) {
    String host = request.getHttpURI().getAuthority();
    if (host != null && forwarded) {
      host = forwardedHost(host, request);
    }
    return host != null && isOf(origin, host);
  }

  /** An origin without host, such as {@code null}, is of none. */
  static boolean isOf(String origin, String host) {
    int end = origin.indexOf(SCHEME_END);
    if (end < 0) {
      return false;
    }
    String port = origin.startsWith("https:") ? ":443" : ":80";
    return without(port, origin.substring(end + SCHEME_END.length()))
        .equalsIgnoreCase(without(port, host));
  }

  private static String without(String port, String host) {
    return host.endsWith(port) ? host.substring(0, host.length() - port.length()) : host;
  }

  private static @Nullable String forwardedHost(String host, Request request) {
    HttpHeaders headers = new HttpHeaders();
    for (String name : FORWARDED) {
      headers.addAll(name, request.getHeaders().getValuesList(name));
    }
    try {
      UriComponents seen =
          ForwardedHeaderUtils.adaptFromForwardedHeaders(URI.create("http://" + host), headers)
              .build();
      return seen.getPort() < 0 ? seen.getHost() : seen.getHost() + ":" + seen.getPort();
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
