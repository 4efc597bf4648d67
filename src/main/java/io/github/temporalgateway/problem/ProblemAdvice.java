package io.github.temporalgateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The one place where exceptions become answers. */
@RestControllerAdvice
class ProblemAdvice {

  private static final String RETRY_AFTER_SECONDS = "2";

  @ExceptionHandler
  ResponseEntity<Problem> answer(Exception exception, HttpServletRequest request) {
    GatewayException failure = FrameworkFailures.translate(exception);
    return ResponseEntity.status(failure.code().status())
        .headers(headersOf(failure, exception))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemReport.of(failure, exception, request));
  }

  private static HttpHeaders headersOf(GatewayException failure, Exception exception) {
    HttpHeaders headers = new HttpHeaders();
    if (exception instanceof ErrorResponse response) {
      headers.addAll(response.getHeaders());
    }
    HttpStatus status = failure.code().status();
    if (status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS) {
      headers.set(
          HttpHeaders.RETRY_AFTER,
          Objects.requireNonNullElse(failure.retryAfter(), RETRY_AFTER_SECONDS));
    }
    if (status == HttpStatus.UNAUTHORIZED && failure instanceof TemporalException) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
    if (failure.location() != null) {
      headers.setLocation(failure.location());
    }
    if (failure.workflowId() != null) {
      headers.set("Temporal-Workflow-Id", HeaderValue.of(failure.workflowId()));
    }
    if (failure.activityId() != null) {
      headers.set("Temporal-Activity-Id", HeaderValue.of(failure.activityId()));
    }
    if (failure.operationId() != null) {
      headers.set("Temporal-Operation-Id", HeaderValue.of(failure.operationId()));
    }
    if (failure.runId() != null) {
      headers.set("Temporal-Run-Id", failure.runId());
    }
    if (failure instanceof OutcomeException outcome && outcome.workflowStatus() != null) {
      headers.set("Temporal-Workflow-Status", outcome.workflowStatus());
    }
    return headers;
  }
}
