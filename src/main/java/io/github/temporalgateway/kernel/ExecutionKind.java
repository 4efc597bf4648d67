package io.github.temporalgateway.kernel;

/**
 * What an execution is, as far as rules go by it.
 *
 * @param workflowType its Workflow Type
 * @param taskQueue its Task Queue
 */
public record ExecutionKind(String workflowType, String taskQueue) {}
