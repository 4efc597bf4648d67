package io.github.temporalgateway.web;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.HeaderValue;
import org.springframework.http.HttpHeaders;

/** The {@code Temporal-*} headers of an answer about one execution. */
public final class ExecutionHeaders {

  private ExecutionHeaders() {}

  /** Names the execution, percent-encoded where it isn't visible ASCII. */
  public static HttpHeaders of(ExecutionRef run) {
    HttpHeaders headers = new HttpHeaders();
    headers.set("Temporal-Namespace", HeaderValue.of(run.namespace().value()));
    headers.set("Temporal-Workflow-Id", HeaderValue.of(run.workflowId()));
    if (run.runId() != null) {
      headers.set("Temporal-Run-Id", HeaderValue.of(run.runId()));
    }
    return headers;
  }

  /**
   * Names the execution and its status.
   *
   * @param status short, such as {@code RUNNING}
   */
  public static HttpHeaders of(ExecutionRef run, String status) {
    HttpHeaders headers = of(run);
    headers.set("Temporal-Workflow-Status", status);
    return headers;
  }
}
