package io.github.temporalgateway.activity.standalone;

import io.github.temporalgateway.payload.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A stand-alone Activity to come back to.
 *
 * @param namespace its Namespace
 * @param activityId its Activity Id
 * @param runId the run that is meant
 * @param status such as {@code RUNNING}; more may come in later versions of Temporal
 * @param started whether this very request started it
 * @param result what it returned, when it completed within the wait
 * @param links where to go on
 */
record ActivityHandle(
    String namespace,
    String activityId,
    String runId,
    String status,
    boolean started,
    @Nullable JsonValue result,
    ActivityLinks links) {}
