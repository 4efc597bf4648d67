package io.github.temporalgateway.activity.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an Activity goes on; may be left out, the body too.
 *
 * @param reason in words
 * @param jitter longest random pause before the next attempt
 */
record UnpauseActivityRequest(@Nullable String reason, @Nullable Duration jitter) {}
