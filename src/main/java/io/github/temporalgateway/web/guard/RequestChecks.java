package io.github.temporalgateway.web.guard;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that web pages of other sites make a browser send, and says on every answer how
 * a browser is to treat it. Part of Jetty rather than a filter, so that it costs one look at the
 * headers and covers the answers of the container too.
 */
final class RequestChecks implements HttpConfiguration.Customizer {

  private static final String FETCH_SITE = "Sec-Fetch-Site";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Set<String> hosts;
  private final Set<String> origins;
  private final OwnOrigin own;

  /**
   * @param hosts names that are served, in lower case; empty is any
   * @param origins whose pages may do more than look
   * @param own tells origins that are the gateway's own
   */
  RequestChecks(Set<String> hosts, Set<String> origins, OwnOrigin own) {
    this.hosts = hosts;
    this.origins = origins;
    this.own = own;
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable answer) {
    SecurityHeaders.addTo(answer, request);
    checkHost(request.getHttpURI().getHost());
    checkFields(request);
    return request;
  }

  private void checkHost(@Nullable String host) {
    if (host != null
        && !hosts.isEmpty()
        && !hosts.contains(host)
        && !hosts.contains(host.toLowerCase(Locale.ROOT))) {
      throw new HttpException.RuntimeException(HttpStatus.MISDIRECTED_REQUEST_421);
    }
  }

  private void checkFields(Request request) {
    boolean typed = false;
    String origin = null;
    String site = null;
    for (HttpField field : request.getHeaders()) {
      HttpHeader header = field.getHeader();
      if (header == HttpHeader.CONTENT_TYPE) {
        if (typed) {
          throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400);
        }
        typed = true;
      } else if (header == HttpHeader.TRANSFER_ENCODING) {
        // RFC 9112, 6.1: whoever passed this on in HTTP/1.0 may have seen another end of it.
        if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0) {
          throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400);
        }
      } else if (header == HttpHeader.ORIGIN) {
        origin = field.getValue();
      } else if (header == null && FETCH_SITE.equalsIgnoreCase(field.getName())) {
        site = field.getValue();
      }
    }
    if ((site != null || origin != null)
        && !SAFE.contains(request.getMethod())
        && (origin == null || !origins.contains(origin))
        && isForeign(site, origin, request)) {
      throw new HttpException.RuntimeException(HttpStatus.FORBIDDEN_403);
    }
  }

  /**
   * Browsers say so by themselves, and no page can make them say otherwise. Over plain HTTP, but to
   * their own machine, they say only where the page came from.
   */
  private boolean isForeign(@Nullable String site, @Nullable String origin, Request request) {
    return site == null
        ? origin != null && !own.is(origin, request)
        : site.equals("cross-site") || site.equals("same-site");
  }
}
