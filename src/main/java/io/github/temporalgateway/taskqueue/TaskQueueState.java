package io.github.temporalgateway.taskqueue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a Task Queue does with one kind of tasks.
 *
 * @param pollers who has polled for such tasks in the last minutes
 * @param stats how many tasks come, wait and go
 * @param statsByPriority the same for each priority key that occurs
 * @param config limits that were set for the queue
 * @param effectiveRateLimit the limit that is in force
 */
record TaskQueueState(
    List<TaskPoller> pollers,
    TaskQueueStats stats,
    Map<String, TaskQueueStats> statsByPriority,
    @Nullable TaskQueueConfig config,
    @Nullable EffectiveRateLimit effectiveRateLimit) {}
