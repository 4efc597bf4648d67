package io.github.temporalgateway.taskqueue;

import static io.github.temporalgateway.payload.ProtoTexts.textIfAny;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.RateLimit;
import io.temporal.api.taskqueue.v1.RateLimitConfig;
import io.temporal.api.workflowservice.v1.UpdateTaskQueueConfigRequest;
import io.temporal.api.workflowservice.v1.UpdateTaskQueueConfigRequest.RateLimitUpdate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the limits of Task Queues meet Temporal's protobuf. */
final class QueueConfigMapper {

  private QueueConfigMapper() {}

  static UpdateTaskQueueConfigRequest toUpdate(
      NamespaceName namespace, String queue, TaskQueueConfigRequest body, String identity) {
    Set<QueueSetting> unset = Objects.requireNonNullElse(body.unset(), Set.of());
    UpdateTaskQueueConfigRequest.Builder request =
        UpdateTaskQueueConfigRequest.newBuilder()
            .setNamespace(namespace.value())
            .setTaskQueue(queue)
            .setTaskQueueType(toProto(body.kind()))
            .setIdentity(identity)
            .putAllSetFairnessWeightOverrides(
                Objects.requireNonNullElse(body.fairnessWeights(), Map.of()))
            .addAllUnsetFairnessWeightOverrides(
                Objects.requireNonNullElse(body.unsetFairnessWeights(), List.of()));
    String reason = Objects.requireNonNullElse(body.reason(), "");
    if (isChanged(QueueSetting.QUEUE_RATE_LIMIT, body.queueRateLimit(), unset)) {
      request.setUpdateQueueRateLimit(toUpdate(body.queueRateLimit(), reason));
    }
    if (isChanged(QueueSetting.FAIRNESS_KEY_RATE_LIMIT, body.fairnessKeyRateLimit(), unset)) {
      request.setUpdateFairnessKeyRateLimitDefault(toUpdate(body.fairnessKeyRateLimit(), reason));
    }
    if (!request.hasUpdateQueueRateLimit()
        && !request.hasUpdateFairnessKeyRateLimitDefault()
        && request.getSetFairnessWeightOverridesCount() == 0
        && request.getUnsetFairnessWeightOverridesCount() == 0) {
      throw RefusedException.invalid(
          Violation.at("", "Set or unset at least one limit or weight."));
    }
    return request.build();
  }

  private static boolean isChanged(
      QueueSetting setting, @Nullable Float limit, Set<QueueSetting> unset) {
    if (limit != null && unset.contains(setting)) {
      throw RefusedException.invalid(
          Violation.at("/unset", "A limit cannot be set and unset at once."));
    }
    return limit != null || unset.contains(setting);
  }

  /** An update without a limit takes it back. */
  private static RateLimitUpdate toUpdate(@Nullable Float limit, String reason) {
    RateLimitUpdate.Builder update = RateLimitUpdate.newBuilder().setReason(reason);
    if (limit != null) {
      update.setRateLimit(RateLimit.newBuilder().setRequestsPerSecond(limit));
    }
    return update.build();
  }

  static TaskQueueConfig toConfig(io.temporal.api.taskqueue.v1.TaskQueueConfig config) {
    return new TaskQueueConfig(
        config.hasQueueRateLimit() ? toLimit(config.getQueueRateLimit()) : null,
        config.hasFairnessKeysRateLimitDefault()
            ? toLimit(config.getFairnessKeysRateLimitDefault())
            : null,
        new TreeMap<>(config.getFairnessWeightOverridesMap()));
  }

  static TaskQueueType toProto(TaskKind kind) {
    return switch (kind) {
      case WORKFLOW -> TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW;
      case ACTIVITY -> TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY;
      case NEXUS -> TaskQueueType.TASK_QUEUE_TYPE_NEXUS;
    };
  }

  private static QueueRateLimit toLimit(RateLimitConfig limit) {
    return new QueueRateLimit(
        limit.hasRateLimit() ? limit.getRateLimit().getRequestsPerSecond() : null,
        textIfAny(limit.getMetadata().getReason()),
        textIfAny(limit.getMetadata().getUpdateIdentity()),
        ProtoTimes.toInstantIfSet(limit.getMetadata().getUpdateTime()));
  }
}
