package io.github.temporalgateway.taskqueue;

import static io.github.temporalgateway.payload.ProtoTexts.textIfAny;

import com.google.protobuf.Timestamp;
import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.payload.ProtoTimes;
import io.temporal.api.deployment.v1.WorkerDeploymentOptions;
import io.temporal.api.deployment.v1.WorkerDeploymentVersion;
import io.temporal.api.taskqueue.v1.PollerInfo;
import io.temporal.api.taskqueue.v1.TaskQueuePartitionMetadata;
import io.temporal.api.taskqueue.v1.TaskQueueVersioningInfo;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueResponse;
import io.temporal.api.workflowservice.v1.ListTaskQueuePartitionsResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where Task Queues meet Temporal's protobuf. */
public final class TaskQueueMapper {

  private TaskQueueMapper() {}

  static TaskQueueState toState(DescribeTaskQueueResponse response) {
    return new TaskQueueState(
        response.getPollersList().stream().map(TaskQueueMapper::toPoller).toList(),
        toStats(response.getStats()),
        toStats(response.getStatsByPriorityKeyMap()),
        response.hasConfig() ? QueueConfigMapper.toConfig(response.getConfig()) : null,
        response.hasEffectiveRateLimit()
            ? new EffectiveRateLimit(
                response.getEffectiveRateLimit().getRequestsPerSecond(),
                EnumNames.shortName(
                    response.getEffectiveRateLimit().getRateLimitSource(), "RATE_LIMIT_SOURCE_"))
            : null);
  }

  /** How many tasks come, wait and go. */
  public static TaskQueueStats toStats(io.temporal.api.taskqueue.v1.TaskQueueStats stats) {
    return new TaskQueueStats(
        stats.getApproximateBacklogCount(),
        ProtoTimes.toDuration(stats.getApproximateBacklogAge()),
        stats.getTasksAddRate(),
        stats.getTasksDispatchRate(),
        stats.getRateLimitingActive());
  }

  /** The same by priority key, in the order of the keys. */
  public static Map<String, TaskQueueStats> toStats(
      Map<Integer, io.temporal.api.taskqueue.v1.TaskQueueStats> byKey) {
    Map<String, TaskQueueStats> stats = new LinkedHashMap<>();
    new TreeMap<>(byKey).forEach((key, value) -> stats.put(key.toString(), toStats(value)));
    return stats;
  }

  /** A version; null for none. */
  public static @Nullable WorkerVersion toVersion(WorkerDeploymentVersion version) {
    return version.getBuildId().isEmpty() && version.getDeploymentName().isEmpty()
        ? null
        : new WorkerVersion(
            textIfAny(version.getDeploymentName()), textIfAny(version.getBuildId()));
  }

  static @Nullable QueueVersioning toVersioning(TaskQueueVersioningInfo info) {
    Timestamp changed = info.getUpdateTime();
    return info.hasCurrentDeploymentVersion() || info.hasRampingDeploymentVersion()
        ? new QueueVersioning(
            toVersion(info.getCurrentDeploymentVersion()),
            toVersion(info.getRampingDeploymentVersion()),
            info.getRampingVersionPercentage(),
            ProtoTimes.toInstantIfSet(changed))
        : null;
  }

  static TaskQueuePartitions toPartitions(ListTaskQueuePartitionsResponse response) {
    return new TaskQueuePartitions(
        toPartitions(response.getWorkflowTaskQueuePartitionsList()),
        toPartitions(response.getActivityTaskQueuePartitionsList()));
  }

  private static List<QueuePartition> toPartitions(List<TaskQueuePartitionMetadata> partitions) {
    return partitions.stream()
        .map(partition -> new QueuePartition(partition.getKey(), partition.getOwnerHostName()))
        .toList();
  }

  private static TaskPoller toPoller(PollerInfo poller) {
    WorkerDeploymentOptions options = poller.getDeploymentOptions();
    return new TaskPoller(
        poller.getIdentity(),
        ProtoTimes.toInstantIfSet(poller.getLastAccessTime()),
        poller.getRatePerSecond(),
        EnumNames.shortName(options.getWorkerVersioningMode(), "WORKER_VERSIONING_MODE_"),
        poller.hasDeploymentOptions()
            ? toVersion(
                WorkerDeploymentVersion.newBuilder()
                    .setDeploymentName(options.getDeploymentName())
                    .setBuildId(options.getBuildId())
                    .build())
            : null);
  }
}
