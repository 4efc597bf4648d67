package io.github.temporalgateway.message;

/**
 * An Update to come back to.
 *
 * @param namespace Namespace of the execution
 * @param workflowId its Workflow Id
 * @param runId the run that accepted the Update
 * @param updateId id of the Update
 * @param stage {@code ACCEPTED} while the Workflow works on it
 * @param links where to go on
 */
record UpdateHandle(
    String namespace,
    String workflowId,
    String runId,
    String updateId,
    String stage,
    UpdateLinks links) {

  /**
   * Where to go on from an Update.
   *
   * @param result its result
   * @param workflow the execution
   */
  record UpdateLinks(String result, String workflow) {}
}
