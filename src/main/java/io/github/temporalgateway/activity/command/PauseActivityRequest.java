package io.github.temporalgateway.activity.command;

import org.jspecify.annotations.Nullable;

/**
 * Why an Activity is paused; may be left out, the body too.
 *
 * @param reason in words
 */
record PauseActivityRequest(@Nullable String reason) {}
