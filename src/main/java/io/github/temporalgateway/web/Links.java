package io.github.temporalgateway.web;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.PathId;
import org.jspecify.annotations.Nullable;

/**
 * Builds the links of answers: absolute paths with the ids in canonical form, below the prefix that
 * the caller used.
 *
 * @param base context path (with {@code X-Forwarded-Prefix} where that is honoured) and, when the
 *     caller named a Namespace, {@code /namespaces/{namespace}}
 */
public record Links(String base) {

  /** An execution, at its run when it names one. */
  public String workflow(ExecutionRef ref) {
    return workflow(ref, "");
  }

  /**
   * Something below an execution.
   *
   * @param below path from the execution on, such as {@code /result}
   */
  public String workflow(ExecutionRef ref, String below) {
    return base + "/workflows/" + PathId.encode(ref.workflowId()) + below + run(ref.runId());
  }

  private static String run(@Nullable String runId) {
    return runId == null ? "" : "?runId=" + runId;
  }
}
