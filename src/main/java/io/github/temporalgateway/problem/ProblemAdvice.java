package io.github.temporalgateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The one place where exceptions become answers. Callers' faults log at DEBUG, ours at ERROR. */
@RestControllerAdvice
class ProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final String RETRY_AFTER_SECONDS = "2";

  @ExceptionHandler
  ResponseEntity<Problem> answer(Exception exception, HttpServletRequest request) {
    GatewayException failure = FrameworkFailures.translate(exception);
    String traceId = TraceId.of(request);
    logOnce(failure, exception, request, traceId);
    return ResponseEntity.status(failure.code().status())
        .headers(headersOf(failure, exception))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problem.of(failure, request.getRequestURI(), traceId));
  }

  private static HttpHeaders headersOf(GatewayException failure, Exception exception) {
    HttpHeaders headers = new HttpHeaders();
    if (exception instanceof ErrorResponse response) {
      headers.addAll(response.getHeaders());
    }
    HttpStatus status = failure.code().status();
    if (status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS) {
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    if (failure.location() != null) {
      headers.setLocation(failure.location());
    }
    if (failure.workflowId() != null) {
      headers.set("Temporal-Workflow-Id", HeaderValue.of(failure.workflowId()));
    }
    if (failure.runId() != null) {
      headers.set("Temporal-Run-Id", failure.runId());
    }
    if (failure instanceof OutcomeException outcome && outcome.workflowStatus() != null) {
      headers.set("Temporal-Workflow-Status", outcome.workflowStatus());
    }
    return headers;
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
