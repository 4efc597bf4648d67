package io.github.temporalgateway.kernel;

import org.jspecify.annotations.Nullable;

/**
 * One Workflow Execution as a caller names it.
 *
 * @param namespace where it lives
 * @param workflowId its Workflow Id
 * @param runId one run of it, or null for the latest
 */
public record ExecutionRef(NamespaceName namespace, String workflowId, @Nullable String runId) {

  /** The Run Id in the form that Temporal's requests want it: empty for the latest run. */
  public String runIdOrEmpty() {
    return runId == null ? "" : runId;
  }

  /** The same Workflow Id, at a certain run. */
  public ExecutionRef atRun(String run) {
    return new ExecutionRef(namespace, workflowId, run);
  }
}
