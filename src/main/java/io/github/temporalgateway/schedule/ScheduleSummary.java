package io.github.temporalgateway.schedule;

import io.github.temporalgateway.payload.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Schedule as the visibility store knows it, some seconds behind the truth at worst.
 *
 * @param namespace its Namespace
 * @param scheduleId its Schedule Id
 * @param workflowType what it starts
 * @param spec when it acts
 * @param paused whether it is paused
 * @param note for people
 * @param recentActions the latest actions, the latest last
 * @param futureActionTimes the next times
 * @param memo values by name
 * @param searchAttributes values by name
 * @param links where to go on
 */
record ScheduleSummary(
    String namespace,
    String scheduleId,
    @Nullable String workflowType,
    @Nullable ScheduleSpec spec,
    boolean paused,
    @Nullable String note,
    List<RecentAction> recentActions,
    List<Instant> futureActionTimes,
    @Nullable Map<String, JsonValue> memo,
    @Nullable Map<String, JsonValue> searchAttributes,
    ScheduleLinks links) {}
