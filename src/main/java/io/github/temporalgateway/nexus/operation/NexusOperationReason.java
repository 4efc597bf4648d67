package io.github.temporalgateway.nexus.operation;

import org.jspecify.annotations.Nullable;

/**
 * Why a Nexus Operation is to end; may be left out, the body too.
 *
 * @param reason in words
 */
record NexusOperationReason(@Nullable String reason) {

  static String of(@Nullable NexusOperationReason body) {
    return body == null || body.reason() == null ? "" : body.reason();
  }
}
