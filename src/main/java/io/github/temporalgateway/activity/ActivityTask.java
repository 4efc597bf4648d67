package io.github.temporalgateway.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.temporalgateway.payload.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An attempt of an Activity that a Worker has to do ({@code
 * temporal.api.workflowservice.v1.PollActivityTaskQueueResponse}).
 *
 * @param taskToken names the attempt when it is completed, failed or heartbeats
 * @param activityType what to do
 * @param activityId the Activity Id
 * @param workflowId Workflow Id of the execution that scheduled it; absent when it stands alone
 * @param runId run of the execution, or of the Activity when it stands alone
 * @param workflowType Workflow Type of the execution
 * @param input the argument, when there is exactly one
 * @param args the arguments, when there are several
 * @param attempt number of the attempt, from 1
 * @param scheduledTime when the Activity was scheduled
 * @param startedTime when the attempt was handed out
 * @param scheduleToCloseTimeout limit of all attempts together, from the scheduled time on
 * @param startToCloseTimeout limit of the attempt, from the started time on
 * @param heartbeatTimeout longest time between two heartbeats
 * @param heartbeatDetails what the last heartbeat of the attempt before said
 * @param headers header fields of the Workflow
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ActivityTask(
    String taskToken,
    String activityType,
    String activityId,
    @Nullable String workflowId,
    @Nullable String runId,
    @Nullable String workflowType,
    @Nullable JsonValue input,
    @Nullable List<JsonValue> args,
    int attempt,
    Instant scheduledTime,
    Instant startedTime,
    @Nullable Duration scheduleToCloseTimeout,
    @Nullable Duration startToCloseTimeout,
    @Nullable Duration heartbeatTimeout,
    @Nullable List<JsonValue> heartbeatDetails,
    @Nullable Map<String, JsonValue> headers) {}
