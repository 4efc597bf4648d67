package io.github.temporalgateway.workflow.diagnosis;

/**
 * One reason why an execution does not advance.
 *
 * @param verdict the reason
 * @param explanation in words, with what to do
 */
record Finding(Verdict verdict, String explanation) {}
