package io.github.temporalgateway.activity.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an Activity goes on; may be left out, the body too.
 *
 * @param reason in words
 * @param resetAttempts whether to count attempts from 1 again
 * @param resetHeartbeat whether to forget what the last heartbeat said
 * @param jitter longest random pause before the next attempt
 */
record UnpauseActivityRequest(
    @Nullable String reason,
    @Nullable Boolean resetAttempts,
    @Nullable Boolean resetHeartbeat,
    @Nullable Duration jitter) {}
