package io.github.temporalgateway.workflow.command;

import io.github.temporalgateway.payload.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Why an execution is terminated; may be left out, the body too.
 *
 * @param reason in words, kept in the Event History
 * @param details any JSON value, kept in the Event History
 */
record TerminateRequest(@Nullable String reason, @Nullable JsonValue details) {}
