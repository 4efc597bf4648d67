package io.github.temporalgateway.taskqueue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of a Worker Deployment get the tasks of a Task Queue.
 *
 * @param current gets what is not pinned; absent for Workers without a version
 * @param ramping gets a share of it
 * @param rampingPercentage how large that share is
 * @param updateTime when this last changed
 */
record QueueVersioning(
    @Nullable WorkerVersion current,
    @Nullable WorkerVersion ramping,
    float rampingPercentage,
    @Nullable Instant updateTime) {}
