package io.github.temporalgateway.schedule;

import java.time.Instant;
import java.util.List;

/**
 * When a Schedule acts, without its jitter.
 *
 * @param items the times in their order; Temporal gives the first thousand
 */
record MatchingTimes(List<Instant> items) {}
