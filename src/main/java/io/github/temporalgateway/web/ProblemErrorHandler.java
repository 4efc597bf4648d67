package io.github.temporalgateway.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.web.guard.SecurityHeaders;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Answers what fails outside Spring, before a request is understood or after an exception got past
 * everything else, in the format of all other failures. Jetty's own page is HTML and names the
 * exception.
 */
class ProblemErrorHandler extends ErrorHandler {

  private static final String RETRY_AFTER_SECONDS = "2";

  /** What Jetty calls the path of a request whose first line it could not read. */
  private static final String UNREADABLE = "/badMessage";

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  /** Ignores the message and the cause: Jetty puts class names and pieces of the request there. */
  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback)
      throws IOException {
    ProblemCode code = ContainerProblems.codeOf(status);
    byte[] body =
        ContainerProblems.problemJson(
                code, pathOf(request), request.getHeaders().get("traceparent"))
            .getBytes(UTF_8);
    response.setStatus(code.status().value());
    SecurityHeaders.addTo(response.getHeaders(), request);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    if (code == ProblemCode.MALFORMED_REQUEST
        && request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
      // Where such a body ends is not certain, so nothing may follow it (RFC 9112, 6.1).
      response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
    }
    if (code.retryable()) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    ServletContextRequest servletRequest = Request.as(request, ServletContextRequest.class);
    if (servletRequest == null) {
      response.write(true, ByteBuffer.wrap(body), callback);
    } else {
      // The servlet's own output keeps count and ends the answer when the request is complete.
      servletRequest.getHttpOutput().write(body);
      callback.succeeded();
    }
  }

  private static @Nullable String pathOf(Request request) {
    String path = request.getHttpURI().getPath();
    return UNREADABLE.equals(path) ? null : path;
  }
}
