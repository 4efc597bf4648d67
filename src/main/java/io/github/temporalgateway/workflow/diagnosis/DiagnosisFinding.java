package io.github.temporalgateway.workflow.diagnosis;

/**
 * One reason why an execution does not advance.
 *
 * @param verdict the reason in one word, such as {@code NO_WORKFLOW_WORKER}
 * @param explanation what it means here, and what to do about it
 */
record DiagnosisFinding(String verdict, String explanation) {}
