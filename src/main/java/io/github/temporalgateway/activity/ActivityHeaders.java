package io.github.temporalgateway.activity;

import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.problem.HeaderValue;
import org.springframework.http.HttpHeaders;

/** The {@code Temporal-*} headers of an answer about one Activity. */
public final class ActivityHeaders {

  private ActivityHeaders() {}

  /** Names the Activity, percent-encoded where it isn't visible ASCII. */
  public static HttpHeaders of(ActivityRef ref) {
    HttpHeaders headers = new HttpHeaders();
    headers.set("Temporal-Namespace", HeaderValue.of(ref.namespace().value()));
    if (ref.workflowId() != null) {
      headers.set("Temporal-Workflow-Id", HeaderValue.of(ref.workflowId()));
    }
    headers.set("Temporal-Activity-Id", HeaderValue.of(ref.activityId()));
    if (ref.runId() != null) {
      headers.set("Temporal-Run-Id", HeaderValue.of(ref.runId()));
    }
    return headers;
  }
}
