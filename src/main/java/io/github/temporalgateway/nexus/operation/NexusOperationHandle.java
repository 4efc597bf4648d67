package io.github.temporalgateway.nexus.operation;

/**
 * A Nexus Operation that was started or found.
 *
 * @param namespace its Namespace
 * @param operationId its id
 * @param runId its run
 * @param started whether this request started it
 * @param links where to go on
 */
record NexusOperationHandle(
    String namespace,
    String operationId,
    String runId,
    boolean started,
    NexusOperationLinks links) {}
