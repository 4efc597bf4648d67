package io.github.temporalgateway.activity.standalone;

import org.jspecify.annotations.Nullable;

/**
 * Why a stand-alone Activity is to end; may be left out, the body too.
 *
 * @param reason in words
 */
record CancelActivityRequest(@Nullable String reason) {

  static String reasonOf(@Nullable CancelActivityRequest body) {
    return body == null || body.reason() == null ? "" : body.reason();
  }
}
