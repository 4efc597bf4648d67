package io.github.temporalgateway.activity;

import io.github.temporalgateway.payload.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What an Activity reports; may be left out, the body too.
 *
 * @param details any JSON value: how far it has come; nothing when absent
 */
record ActivityDetailsRequest(@Nullable JsonValue details) {

  private static final ActivityDetailsRequest NOTHING = new ActivityDetailsRequest(null);

  static ActivityDetailsRequest orNothing(@Nullable ActivityDetailsRequest body) {
    return body == null ? NOTHING : body;
  }
}
