package io.github.temporalgateway.taskqueue.deployment;

import io.github.temporalgateway.payload.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a Worker Deployment.
 *
 * @param namespace its Namespace
 * @param deploymentName its deployment
 * @param buildId its Build Id
 * @param status {@code CREATED}, {@code INACTIVE}, {@code CURRENT}, {@code RAMPING}, {@code
 *     DRAINING} or {@code DRAINED}
 * @param createTime when it was created
 * @param routingChangeTime when its share of the tasks last changed
 * @param currentSince since when it is the current one
 * @param rampingSince since when it is the ramping one
 * @param firstActivationTime when it first was one of these
 * @param lastDeactivationTime when it last stopped to be one of these
 * @param rampingPercentage its share while it is ramping
 * @param drainage whether executions are still pinned to it
 * @param taskQueues the Task Queues that its Workers have polled
 * @param metadata any JSON that was noted about it
 * @param scalingGroups how Temporal starts its Workers, where it does
 * @param lastModifier who changed it last
 * @param link its description
 */
record VersionDescription(
    String namespace,
    String deploymentName,
    String buildId,
    @Nullable String status,
    @Nullable Instant createTime,
    @Nullable Instant routingChangeTime,
    @Nullable Instant currentSince,
    @Nullable Instant rampingSince,
    @Nullable Instant firstActivationTime,
    @Nullable Instant lastDeactivationTime,
    float rampingPercentage,
    @Nullable VersionDrainage drainage,
    List<VersionQueue> taskQueues,
    Map<String, JsonValue> metadata,
    Map<String, ScalingGroup> scalingGroups,
    @Nullable String lastModifier,
    String link) {}
