package io.github.temporalgateway.workflow;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rules for Workflow Executions.
 *
 * @param requireId whether a start must bring its own Workflow Id
 */
@ConfigurationProperties("gateway.workflows")
record WorkflowProperties(@DefaultValue("false") boolean requireId) {}
