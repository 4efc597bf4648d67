package io.github.temporalgateway.schedule;

import io.github.temporalgateway.payload.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Schedule is to be from now on ({@code
 * temporal.api.workflowservice.v1.UpdateScheduleRequest}). A member that is absent stays as it is;
 * one that is there replaces the old one as a whole.
 *
 * @param spec when to act
 * @param action what to start
 * @param policies what to do in special cases
 * @param state whether and how often to act
 * @param memo any JSON by name; not every Temporal Service can change it
 * @param searchAttributes values by registered name; an empty object removes all
 */
record ReplaceScheduleRequest(
    @NotNull @Valid ScheduleSpec spec,
    @NotNull @Valid ScheduleAction action,
    @Valid @Nullable SchedulePolicies policies,
    @Valid @Nullable ScheduleState state,
    @Nullable Map<String, JsonValue> memo,
    @Nullable Map<String, JsonValue> searchAttributes) {}
