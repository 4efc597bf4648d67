package io.github.temporalgateway.web;

import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.ProblemReport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What Jetty's own failures mean in this API's vocabulary. */
final class ContainerProblems {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ContainerProblems() {}

  /** The nearest code; a status that has none of its own becomes that of its code. */
  static ProblemCode codeOf(int status) {
    return switch (status) {
      case 403 -> ProblemCode.CROSS_SITE;
      case 404 -> ProblemCode.NO_SUCH_ROUTE;
      case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
      case 408 -> ProblemCode.REQUEST_TIMEOUT;
      case 413 -> ProblemCode.PAYLOAD_TOO_LARGE;
      case 414 -> ProblemCode.URI_TOO_LONG;
      case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
      case 421 -> ProblemCode.HOST_NOT_SERVED;
      case 431 -> ProblemCode.HEADERS_TOO_LARGE;
      case 503 -> ProblemCode.OVERLOADED;
      // Methods and versions of HTTP that Jetty does not speak are no mistake of the gateway.
      case 501, 505 -> ProblemCode.MALFORMED_REQUEST;
      default -> status < 500 ? ProblemCode.MALFORMED_REQUEST : ProblemCode.INTERNAL;
    };
  }

  static String problemJson(ProblemCode code, @Nullable String path, @Nullable String traceparent) {
    return JSON.writeValueAsString(
        ProblemReport.ofContainer(code, detailOf(code), path, traceparent));
  }

  private static String detailOf(ProblemCode code) {
    return code == ProblemCode.MALFORMED_REQUEST
        ? "The request is not valid HTTP/1.1, its URI is not percent-encoded UTF-8, or its path has"
            + " a semicolon that is not sent as %3B."
        : code.explanation();
  }
}
