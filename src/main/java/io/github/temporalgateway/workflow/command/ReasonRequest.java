package io.github.temporalgateway.workflow.command;

import org.jspecify.annotations.Nullable;

/**
 * Why a command is given; may be left out, the body too.
 *
 * @param reason in words, kept in the Event History
 */
record ReasonRequest(@Nullable String reason) {

  static String of(@Nullable ReasonRequest body) {
    return body == null || body.reason() == null ? "" : body.reason();
  }
}
