package io.github.temporalgateway.taskqueue;

import java.time.Duration;

/**
 * How many tasks come, wait and go; approximately, and without tasks that a Worker gets at once.
 *
 * @param backlogCount tasks that wait for a Worker
 * @param backlogAge how long the oldest of them has waited
 * @param addRate tasks that came, a second, over the last half minute
 * @param dispatchRate tasks that Workers got, a second, over the last half minute
 * @param rateLimiting whether a limit of the queue holds tasks back
 */
public record TaskQueueStats(
    long backlogCount,
    Duration backlogAge,
    float addRate,
    float dispatchRate,
    boolean rateLimiting) {}
