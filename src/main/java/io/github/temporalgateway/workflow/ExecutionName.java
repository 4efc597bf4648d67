package io.github.temporalgateway.workflow;

/**
 * Another execution.
 *
 * @param workflowId its Workflow Id
 * @param runId its Run Id
 */
public record ExecutionName(String workflowId, String runId) {}
