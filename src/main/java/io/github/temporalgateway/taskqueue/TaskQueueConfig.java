package io.github.temporalgateway.taskqueue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits that were set for a Task Queue.
 *
 * @param queueRateLimit most tasks a second of the whole queue
 * @param fairnessKeyRateLimit most tasks a second of a fairness key of weight 1
 * @param fairnessWeights weights of fairness keys, instead of those that the tasks bring
 */
record TaskQueueConfig(
    @Nullable QueueRateLimit queueRateLimit,
    @Nullable QueueRateLimit fairnessKeyRateLimit,
    Map<String, Float> fairnessWeights) {}
