package io.github.temporalgateway.schedule;

import io.github.temporalgateway.payload.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Schedule to create ({@code temporal.api.workflowservice.v1.CreateScheduleRequest}).
 *
 * @param scheduleId id of your own; a UUID when absent
 * @param spec when to act
 * @param action what to start
 * @param policies what to do in special cases
 * @param state whether and how often to act
 * @param memo any JSON by name, shown with the Schedule
 * @param searchAttributes values by registered name, for lists and counts of Schedules
 */
record CreateScheduleRequest(
    @Size(min = 1, max = 950) @Nullable String scheduleId,
    @NotNull @Valid ScheduleSpec spec,
    @NotNull @Valid ScheduleAction action,
    @Valid @Nullable SchedulePolicies policies,
    @Valid @Nullable ScheduleState state,
    @Nullable Map<String, JsonValue> memo,
    @Nullable Map<String, JsonValue> searchAttributes) {}
