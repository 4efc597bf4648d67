package io.github.temporalgateway.activity.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an Activity begins anew; may be left out, the body too.
 *
 * @param keepPaused whether one that is paused stays so
 * @param jitter longest random pause before the next attempt
 * @param restoreOriginalOptions whether to take back all changes of its options
 */
record ResetActivityRequest(
    @Nullable Boolean keepPaused,
    @Nullable Duration jitter,
    @Nullable Boolean restoreOriginalOptions) {}
