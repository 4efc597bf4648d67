package io.github.temporalgateway.taskqueue;

import org.jspecify.annotations.Nullable;

/**
 * The limit that is in force.
 *
 * @param requestsPerSecond most tasks a second
 * @param source where it comes from: {@code API}, {@code WORKER} or {@code SYSTEM}
 */
record EffectiveRateLimit(float requestsPerSecond, @Nullable String source) {}
