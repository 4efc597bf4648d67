package io.github.temporalgateway.kernel;

/**
 * Another execution.
 *
 * @param workflowId its Workflow Id
 * @param runId its Run Id
 */
public record ExecutionName(String workflowId, String runId) {}
