package io.github.temporalgateway.taskqueue.deployment;

import io.github.temporalgateway.taskqueue.TaskQueueStats;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Task Queue that the Workers of a version have polled.
 *
 * @param taskQueue its name
 * @param kind {@code WORKFLOW}, {@code ACTIVITY} or {@code NEXUS}
 * @param stats the version's tasks in it
 * @param statsByPriority the same for each priority key that occurs
 */
record VersionQueue(
    String taskQueue,
    @Nullable String kind,
    TaskQueueStats stats,
    Map<String, TaskQueueStats> statsByPriority) {}
