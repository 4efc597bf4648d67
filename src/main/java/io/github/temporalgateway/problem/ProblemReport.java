package io.github.temporalgateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures as bodies and in the log. Callers' faults log at DEBUG, ours at ERROR. */
public final class ProblemReport {

  private static final Logger log = LoggerFactory.getLogger(ProblemReport.class);

  private static final String CODE = ProblemReport.class.getName();

  private ProblemReport() {}

  /** The id under which a request is known, in problems and in logs. */
  public static String traceIdOf(HttpServletRequest request) {
    return TraceId.of(request);
  }

  /** The code of the problem that a request was answered with, if it was. */
  public static @Nullable String codeOf(HttpServletRequest request) {
    return request.getAttribute(CODE) instanceof String code ? code : null;
  }

  /**
   * Logs a failure and makes the problem of it, for an answer whose status is already sent.
   *
   * @param request which failed
   */
  public static Problem of(Exception exception, HttpServletRequest request) {
    return of(FrameworkFailures.translate(exception), exception, request);
  }

  /**
   * Makes the problem of a failure outside Spring. The container logs what failed, this adds under
   * which id the caller knows it.
   *
   * @param path of the request, as far as it could be read
   * @param traceparent header of the request
   */
  public static Problem ofContainer(
      ProblemCode code, String detail, @Nullable String path, @Nullable String traceparent) {
    String traceId = TraceId.of(traceparent);
    if (code == ProblemCode.INTERNAL) {
      log.error("{} failed in the container, traceId {}", path, traceId);
    } else {
      log.debug("{} {}", path, code.code());
    }
    return Problem.of(code, detail, path, traceId);
  }

  static Problem of(GatewayException failure, Exception origin, HttpServletRequest request) {
    String traceId = TraceId.of(request);
    request.setAttribute(CODE, failure.code().code());
    logOnce(failure, origin, request, traceId);
    return Problem.of(failure, request.getRequestURI(), traceId);
  }

  private static void logOnce(
      GatewayException failure, Exception origin, HttpServletRequest request, String traceId) {
    String method = request.getMethod();
    String path = request.getRequestURI();
    switch (failure.code()) {
      case INTERNAL -> log.error("{} {} failed, traceId {}", method, path, traceId, origin);
      case TEMPORAL_ERROR, UPSTREAM_AUTH ->
          log.error(
              "{} {}: {}, traceId {}: {}",
              method,
              path,
              failure.code().code(),
              traceId,
              failure.getCause() == null ? failure.detail() : failure.getCause().getMessage());
      default -> log.debug("{} {}: {} {}", method, path, failure.code().code(), failure.detail());
    }
  }
}
