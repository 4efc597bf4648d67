package io.github.temporalgateway.nexus.operation;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.web.Links;

/**
 * A Nexus Operation by its name.
 *
 * @param namespace its Namespace
 * @param operationId its id
 * @param runId its run; empty for the latest
 */
record NexusOperationRef(NamespaceName namespace, String operationId, String runId) {

  /** The same operation at a run. */
  NexusOperationRef atRun(String run) {
    return new NexusOperationRef(namespace, operationId, run);
  }

  /** A failure that says which operation it is about. */
  GatewayException named(GatewayException failure) {
    return failure.aboutOperation(operationId, runId.isEmpty() ? null : runId);
  }

  NexusOperationLinks links(Links links) {
    String path = links.base() + "/nexus-operations/" + PathId.encode(operationId);
    String run = runId.isEmpty() ? "" : "?runId=" + runId;
    return new NexusOperationLinks(path + run, path + "/result" + run);
  }
}
