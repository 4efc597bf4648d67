package io.github.temporalgateway.web.guard;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * Ends requests that arrive too slowly. Jetty's own timeout starts anew with every byte, so that a
 * caller who sends one now and then keeps a connection, and with a body a thread, for ever.
 *
 * <p>All connections are looked at once a second, from outside: a request itself costs nothing.
 * What is seen of another thread's connection may be a moment old, which only delays an end.
 */
final class RequestDeadlines extends AbstractLifeCycle implements Runnable {

  private static final long PERIOD_MILLIS = 1000;

  /** How long the answer that it took too long may take. */
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final AbstractConnector connector;
  private final DeadlineProperties properties;
  private Map<EndPoint, Progress> seen = new HashMap<>();

  RequestDeadlines(AbstractConnector connector, DeadlineProperties properties) {
    this.connector = connector;
    this.properties = properties;
  }

  @Override
  protected void doStart() {
    schedule();
  }

  private void schedule() {
    connector.getScheduler().schedule(this, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void run() {
    if (isStopping() || isStopped()) {
      return;
    }
    try {
      look();
    } finally {
      schedule();
    }
  }

  private void look() {
    long now = System.nanoTime();
    Map<EndPoint, Progress> next = new HashMap<>();
    for (EndPoint endPoint : connector.getConnectedEndPoints()) {
      Progress before = seen.get(endPoint);
      Progress progress = progress(endPoint.getConnection(), before, now);
      if (progress != null) {
        next.put(endPoint, end(endPoint, progress, now));
      }
    }
    seen = next;
  }

  /** How far a connection is with its current request; null when the caller owes nothing. */
  private static @Nullable Progress progress(
      @Nullable Connection connection, @Nullable Progress before, long now) {
    if (connection instanceof SslConnection secured) {
      return secured.getSslEndPoint().getConnection() instanceof HttpConnection http
              && http.getBytesIn() > 0
          ? progress(http, before, now)
          : Progress.of(Phase.HANDSHAKE, 0, secured.getBytesIn(), before, now);
    }
    if (!(connection instanceof HttpConnection http)) {
      return null;
    }
    Phase phase = phase(http);
    return phase == null
        ? null
        : Progress.of(phase, http.getMessagesIn(), http.getBytesIn(), before, now);
  }

  /** A body counts while somebody is waiting for more of it: not every handler wants it. */
  private static @Nullable Phase phase(HttpConnection http) {
    if (http.getParser().isStart()) {
      return Phase.BEFORE;
    }
    if (http.getParser().inHeaderState()) {
      return Phase.HEADERS;
    }
    return http.getParser().inContentState() && http.isFillInterested() ? Phase.BODY : null;
  }

  private Progress end(EndPoint endPoint, Progress progress, long now) {
    long nanos = now - progress.since();
    if (progress.told()) {
      if (nanos > properties.bodyTimeout().plus(FAREWELL).toNanos()) {
        endPoint.close(tooSlow());
      }
    } else if (progress.phase() == Phase.BODY) {
      if (nanos > properties.bodyTimeout().toNanos()
          && http(endPoint) instanceof HttpConnection http) {
        http.onIdleExpired(tooSlow());
        return progress.afterTelling();
      }
    } else if (progress.owesHeaders() && nanos > properties.headerTimeout().toNanos()) {
      endPoint.close(tooSlow());
    }
    return progress;
  }

  private static @Nullable Connection http(EndPoint endPoint) {
    return endPoint.getConnection() instanceof SslConnection secured
        ? secured.getSslEndPoint().getConnection()
        : endPoint.getConnection();
  }

  private static TimeoutException tooSlow() {
    return new TimeoutException("The request did not arrive in time.");
  }

  private enum Phase {
    HANDSHAKE,
    BEFORE,
    HEADERS,
    BODY
  }

  /**
   * @param since when this phase of this request was first seen
   * @param bytesAtFirst what had been received then
   * @param bytes what has been received by now
   * @param told whether the request was told that it is too late
   */
  private record Progress(
      Phase phase, long request, long since, long bytesAtFirst, long bytes, boolean told) {

    static Progress of(Phase phase, long request, long bytes, @Nullable Progress before, long now) {
      return before != null && before.phase == phase && before.request == request
          ? new Progress(phase, request, before.since, before.bytesAtFirst, bytes, before.told)
          : new Progress(phase, request, now, bytes, bytes, false);
    }

    Progress afterTelling() {
      return new Progress(phase, request, since, bytesAtFirst, bytes, true);
    }

    /** Between requests silence is allowed, but empty lines are the beginning of one. */
    boolean owesHeaders() {
      return phase != Phase.BEFORE || bytes > bytesAtFirst;
    }
  }
}
