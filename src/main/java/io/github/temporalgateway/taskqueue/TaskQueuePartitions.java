package io.github.temporalgateway.taskqueue;

import java.util.List;

/**
 * The partitions of a Task Queue, over which Temporal spreads its tasks.
 *
 * @param workflow those of the Workflow Tasks
 * @param activity those of the Activity Tasks
 */
record TaskQueuePartitions(List<QueuePartition> workflow, List<QueuePartition> activity) {}
