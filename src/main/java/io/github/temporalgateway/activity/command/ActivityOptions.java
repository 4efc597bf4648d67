package io.github.temporalgateway.activity.command;

import io.github.temporalgateway.workflow.Priority;
import io.github.temporalgateway.workflow.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of an Activity that are now in force ({@code
 * temporal.api.activity.v1.ActivityOptions}).
 *
 * @param taskQueue where its Workers poll
 * @param scheduleToCloseTimeout limit of all attempts together
 * @param scheduleToStartTimeout longest time in the queue
 * @param startToCloseTimeout limit of each attempt
 * @param heartbeatTimeout longest time between two heartbeats
 * @param retryPolicy how it is tried again
 * @param priority order of its tasks in the queue
 */
record ActivityOptions(
    String taskQueue,
    @Nullable Duration scheduleToCloseTimeout,
    @Nullable Duration scheduleToStartTimeout,
    @Nullable Duration startToCloseTimeout,
    @Nullable Duration heartbeatTimeout,
    @Nullable RetryPolicy retryPolicy,
    @Nullable Priority priority) {}
