package io.github.temporalgateway.web;

import io.github.temporalgateway.kernel.CallerWatch;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee11.servlet.HttpInput;
import org.eclipse.jetty.ee11.servlet.ServletApiRequest;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Finds the connection behind a request, so that its caller can be watched. Only Jetty's HTTP/1
 * connections can be, plain or TLS; on all others a watch never fires.
 *
 * <p>A watch sees a connection that was closed or reset, and one whose caller has only ended its
 * own sending: most servers and proxies take that for gone too, and an answer that is written all
 * the same still arrives. It does not see a caller behind a dead link, so every wait needs an end
 * of its own, and it stops looking when the caller sends its next request ahead of the answer.
 */
@Component
class Callers {

  private static final CallerWatch.Registration NOTHING = () -> {};

  /**
   * The caller of a request. A watch that begins while the request's body is unread never fires:
   * what comes next on the connection is the body then.
   */
  CallerWatch of(HttpServletRequest request) {
    ServletApiRequest jettys = WebUtils.getNativeRequest(request, ServletApiRequest.class);
    return jettys == null
        ? CallerWatch.NEVER
        : action -> watch(ServletContextRequest.getServletContextRequest(jettys), action);
  }

  private static CallerWatch.Registration watch(ServletContextRequest request, Runnable action) {
    ConnectionMetaData metaData = request.getConnectionMetaData();
    // A connection of HTTP/2 carries other callers' requests as well.
    if (metaData.getHttpVersion().getVersion() <= HttpVersion.HTTP_1_1.getVersion()
        && metaData.getConnection() instanceof Connection.UpgradeTo connection
        && metaData.getConnection().getEndPoint() instanceof AbstractEndPoint endPoint
        && isRead(request.getHttpInput())) {
      ConnectionWatch watch = new ConnectionWatch(endPoint, connection, action);
      watch.start();
      return watch;
    }
    return NOTHING;
  }

  /** Asks without blocking; an input that holds content of length zero holds the body's end. */
  private static boolean isRead(HttpInput input) {
    return input.isFinished() || (input.available() == 0 && input.hasContent());
  }
}
