package io.github.temporalgateway.taskqueue.worker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a Worker polls for one kind of tasks.
 *
 * @param pollers polls at a time
 * @param lastSuccessTime when one last brought a task
 * @param autoscaling whether their number follows the work
 */
record WorkerPolls(int pollers, @Nullable Instant lastSuccessTime, boolean autoscaling) {}
