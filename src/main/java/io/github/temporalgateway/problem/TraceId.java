package io.github.temporalgateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id under which one request is known: the caller's trace (W3C Trace Context) or a new one. */
final class TraceId {

  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

  private static final String ATTRIBUTE = TraceId.class.getName();

  private TraceId() {}

  /** The same one each time it is asked for. */
  static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    String traceId = of(request.getHeader("traceparent"));
    request.setAttribute(ATTRIBUTE, traceId);
    return traceId;
  }

  static String of(@Nullable String traceparent) {
    if (traceparent != null) {
      Matcher matcher = TRACEPARENT.matcher(traceparent);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    return UUID.randomUUID().toString().replace("-", "");
  }
}
