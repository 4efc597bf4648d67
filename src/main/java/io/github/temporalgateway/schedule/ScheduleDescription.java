package io.github.temporalgateway.schedule;

import io.github.temporalgateway.payload.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Schedule and what it has done.
 *
 * @param namespace its Namespace
 * @param scheduleId its Schedule Id
 * @param spec when it acts; cron expressions are shown as the calendars that they mean
 * @param action what it starts
 * @param policies what it does in special cases
 * @param state whether and how often it acts
 * @param info what it has done and is going to do
 * @param memo values by name
 * @param searchAttributes values by name
 * @param links where to go on
 */
record ScheduleDescription(
    String namespace,
    String scheduleId,
    ScheduleSpec spec,
    @Nullable ScheduleAction action,
    SchedulePolicies policies,
    ScheduleState state,
    ScheduleInfo info,
    @Nullable Map<String, JsonValue> memo,
    @Nullable Map<String, JsonValue> searchAttributes,
    ScheduleLinks links) {}
