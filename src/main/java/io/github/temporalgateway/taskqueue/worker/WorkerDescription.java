package io.github.temporalgateway.taskqueue.worker;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a Worker said in its last heartbeat.
 *
 * @param worker who it is
 * @param heartbeatTime when it sent the heartbeat
 * @param sinceLastHeartbeat how long the one before was ago by then
 * @param cpuUsage share of its host's processors that is in use, 0 to 1
 * @param memoryUsage share of its host's memory that is in use, 0 to 1
 * @param workflowTasks slots for Workflow Tasks
 * @param activityTasks slots for Activity Tasks
 * @param nexusTasks slots for Nexus Tasks
 * @param localActivities slots for Local Activities
 * @param workflowPolls its polls for Workflow Tasks
 * @param stickyPolls its polls for Workflow Tasks of executions that it has in its cache
 * @param activityPolls its polls for Activity Tasks
 * @param nexusPolls its polls for Nexus Tasks
 * @param stickyCache its cache of executions
 */
record WorkerDescription(
    WorkerSummary worker,
    @Nullable Instant heartbeatTime,
    @Nullable Duration sinceLastHeartbeat,
    float cpuUsage,
    float memoryUsage,
    @Nullable WorkerSlots workflowTasks,
    @Nullable WorkerSlots activityTasks,
    @Nullable WorkerSlots nexusTasks,
    @Nullable WorkerSlots localActivities,
    @Nullable WorkerPolls workflowPolls,
    @Nullable WorkerPolls stickyPolls,
    @Nullable WorkerPolls activityPolls,
    @Nullable WorkerPolls nexusPolls,
    StickyCache stickyCache) {}
