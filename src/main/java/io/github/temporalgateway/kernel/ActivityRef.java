package io.github.temporalgateway.kernel;

import org.jspecify.annotations.Nullable;

/**
 * One Activity as a caller names it by its id.
 *
 * @param namespace where it lives
 * @param workflowId the Workflow Id of the execution that scheduled it, or null when it stands
 *     alone
 * @param activityId its Activity Id
 * @param runId one run of the execution, or of the Activity when it stands alone; null for the
 *     latest
 */
public record ActivityRef(
    NamespaceName namespace,
    @Nullable String workflowId,
    String activityId,
    @Nullable String runId) {

  /** The Workflow Id in the form that Temporal's requests want it: empty when it stands alone. */
  public String workflowIdOrEmpty() {
    return workflowId == null ? "" : workflowId;
  }

  /** The Run Id in the form that Temporal's requests want it: empty for the latest run. */
  public String runIdOrEmpty() {
    return runId == null ? "" : runId;
  }

  /** The same Activity, at a certain run. */
  public ActivityRef atRun(String run) {
    return new ActivityRef(namespace, workflowId, activityId, run);
  }
}
