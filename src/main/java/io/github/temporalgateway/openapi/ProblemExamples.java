package io.github.temporalgateway.openapi;

import io.github.temporalgateway.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A problem body for each code. */
final class ProblemExamples {

  private ProblemExamples() {}

  static Map<String, Object> of(ProblemCode code) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", code.type());
    body.put("title", code.title());
    body.put("status", code.status().value());
    body.put("detail", code.explanation());
    body.put("code", code.code());
    body.put("retryable", code.retryable());
    body.put("hint", code.remedy());
    body.putAll(more(code));
    return body;
  }

  private static Map<String, Object> more(ProblemCode code) {
    return switch (code) {
      case VALIDATION ->
          Map.of("errors", List.of(violation("/workflowType", "Must not be blank.")));
      case WORKFLOW_NOT_FOUND -> Map.of("workflowId", "order-123");
      case WORKFLOW_FAILED -> failure("FAILED", "Card declined");
      case WORKFLOW_CANCELED -> failure("CANCELED", "Canceled by the caller");
      case WORKFLOW_TERMINATED -> failure("TERMINATED", "Terminated by an operator");
      case WORKFLOW_TIMED_OUT -> failure("TIMED_OUT", "Workflow timed out");
      default -> Map.of();
    };
  }

  private static Map<String, Object> failure(String status, String message) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("workflowStatus", status);
    members.put("failure", Map.of("message", message));
    return members;
  }

  private static Map<String, Object> violation(String pointer, String detail) {
    Map<String, Object> violation = new LinkedHashMap<>();
    violation.put("pointer", pointer);
    violation.put("detail", detail);
    return violation;
  }
}
