package io.github.temporalgateway.activity;

import io.github.temporalgateway.payload.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * That an Activity has succeeded; may be left out when it returns nothing.
 *
 * @param result what it returns, any JSON value; nothing when absent
 */
record CompleteActivityRequest(@Nullable JsonValue result) {

  private static final CompleteActivityRequest NOTHING = new CompleteActivityRequest(null);

  static CompleteActivityRequest orNothing(@Nullable CompleteActivityRequest body) {
    return body == null ? NOTHING : body;
  }
}
