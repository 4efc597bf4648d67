package io.github.temporalgateway.schedule;

import io.github.temporalgateway.kernel.ExecutionName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Schedule has done and is going to do.
 *
 * @param actionCount how often it has acted
 * @param missedCatchupWindow actions that were too late to be made up for
 * @param overlapSkipped actions that were skipped because the execution before was still open
 * @param bufferDropped actions that were dropped because too many waited
 * @param bufferSize actions that wait for an execution to close
 * @param runningWorkflows executions that are open, by the first runs of them
 * @param recentActions the latest ten actions, the latest last
 * @param futureActionTimes the next ten times
 * @param createTime when it was created
 * @param updateTime when it was changed last
 */
record ScheduleInfo(
    long actionCount,
    long missedCatchupWindow,
    long overlapSkipped,
    long bufferDropped,
    long bufferSize,
    List<ExecutionName> runningWorkflows,
    List<RecentAction> recentActions,
    List<Instant> futureActionTimes,
    @Nullable Instant createTime,
    @Nullable Instant updateTime) {}
