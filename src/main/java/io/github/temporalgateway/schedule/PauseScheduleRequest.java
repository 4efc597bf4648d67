package io.github.temporalgateway.schedule;

import org.jspecify.annotations.Nullable;

/**
 * Why a Schedule is paused or unpaused; may be left out, the body too.
 *
 * @param note for people; replaces the Schedule's note
 */
record PauseScheduleRequest(@Nullable String note) {

  static String noteOr(String otherwise, @Nullable PauseScheduleRequest body) {
    return body == null || body.note() == null || body.note().isEmpty() ? otherwise : body.note();
  }
}
