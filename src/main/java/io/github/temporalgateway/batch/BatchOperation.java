package io.github.temporalgateway.batch;

import io.github.temporalgateway.activity.command.ActivityOptionsRequest;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.workflow.Priority;
import io.github.temporalgateway.workflow.VersioningOverride;
import io.github.temporalgateway.workflow.command.ExecutionOption;
import io.github.temporalgateway.workflow.command.ReappliedEvent;
import io.github.temporalgateway.workflow.command.ResetPoint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a batch does with each execution. The type decides which other members there may be.
 *
 * @param type {@code signal}, {@code cancel}, {@code terminate}, {@code reset}, {@code delete},
 *     {@code updateOptions}, {@code unpauseActivities}, {@code resetActivities} or {@code
 *     updateActivityOptions}
 * @param name of a {@code signal}: its name
 * @param input of a {@code signal}: one argument, any JSON value
 * @param args of a {@code signal}: any number of arguments, instead of input
 * @param headers of a {@code signal}: header fields for the Workflow's interceptors
 * @param details of {@code terminate}: any JSON value, kept in the Event History
 * @param point of a {@code reset}: where to go back to
 * @param workflowTaskId of a {@code reset}: id of the event to go back to, instead of the point
 * @param buildId of a {@code reset} to the point {@code BUILD_ID}: the build
 * @param reapplyExclude of a {@code reset}: what came later and is not to be applied again
 * @param versioningOverride of {@code updateOptions}: which Worker Deployment Version runs them
 * @param priority of {@code updateOptions}: order of their tasks in the queue
 * @param unset of {@code updateOptions}: options to take back
 * @param activityType of operations on Activities: only those of this type; all when absent
 * @param jitter of {@code unpauseActivities} and {@code resetActivities}: longest random pause
 *     before the next attempt
 * @param keepPaused of {@code resetActivities}: whether those that are paused stay so
 * @param restoreOriginalOptions of {@code resetActivities}: whether to take back all changes of
 *     their options
 * @param activityOptions of {@code updateActivityOptions}: the options to change
 */
record BatchOperation(
    @NotNull @Pattern(regexp = BatchType.PATTERN) String type,
    @Nullable String name,
    @Nullable JsonValue input,
    @Nullable List<JsonValue> args,
    @Nullable Map<String, JsonValue> headers,
    @Nullable JsonValue details,
    @Nullable ResetPoint point,
    @Positive @Nullable Long workflowTaskId,
    @Nullable String buildId,
    @Nullable Set<ReappliedEvent> reapplyExclude,
    @Valid @Nullable VersioningOverride versioningOverride,
    @Valid @Nullable Priority priority,
    @Nullable Set<ExecutionOption> unset,
    @Nullable String activityType,
    @Nullable Duration jitter,
    @Nullable Boolean keepPaused,
    @Nullable Boolean restoreOriginalOptions,
    @Valid @Nullable ActivityOptionsRequest activityOptions) {}
