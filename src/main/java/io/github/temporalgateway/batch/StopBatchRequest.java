package io.github.temporalgateway.batch;

import org.jspecify.annotations.Nullable;

/**
 * Why a batch is stopped; may be left out, the body too.
 *
 * @param reason in words
 */
record StopBatchRequest(@Nullable String reason) {

  /** Temporal wants a reason. */
  static String reasonOf(@Nullable StopBatchRequest body) {
    return body == null || body.reason() == null || body.reason().isBlank()
        ? "Stopped"
        : body.reason();
  }
}
