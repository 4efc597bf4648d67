package io.github.temporalgateway.activity.standalone;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.temporalgateway.payload.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stand-alone Activity as the visibility store knows it, some seconds behind the truth at worst.
 *
 * @param namespace its Namespace
 * @param activityId its Activity Id
 * @param runId the run
 * @param activityType its Activity Type
 * @param taskQueue its Task Queue
 * @param status such as {@code RUNNING}; more may come in later versions of Temporal
 * @param scheduleTime when it was started by a caller
 * @param executionTime when its first attempt was due: later than scheduleTime by a start delay
 * @param closeTime when it closed
 * @param executionDuration from the first attempt to the close
 * @param searchAttributes values by name
 * @param links where to go on
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ActivitySummary(
    String namespace,
    String activityId,
    String runId,
    String activityType,
    @Nullable String taskQueue,
    String status,
    @Nullable Instant scheduleTime,
    @Nullable Instant executionTime,
    @Nullable Instant closeTime,
    @Nullable Duration executionDuration,
    @Nullable Map<String, JsonValue> searchAttributes,
    ActivityLinks links) {}
