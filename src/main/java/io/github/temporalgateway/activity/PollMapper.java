package io.github.temporalgateway.activity;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.temporal.api.common.v1.Header;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueRequest;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueResponse;
import io.temporal.api.workflowservice.v1.RespondActivityTaskFailedRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where tasks meet Temporal's protobuf. */
final class PollMapper {

  private PollMapper() {}

  static PollActivityTaskQueueRequest toPoll(
      NamespaceName namespace, String taskQueue, String identity) {
    return PollActivityTaskQueueRequest.newBuilder()
        .setNamespace(namespace.value())
        .setTaskQueue(TaskQueue.newBuilder().setName(taskQueue))
        .setIdentity(identity)
        .build();
  }

  /** Gives a task back, as an attempt that failed. */
  static RespondActivityTaskFailedRequest toFailed(
      PollActivityTaskQueueRequest poll, PollActivityTaskQueueResponse task, Failure failure) {
    return RespondActivityTaskFailedRequest.newBuilder()
        .setNamespace(poll.getNamespace())
        .setTaskToken(task.getTaskToken())
        .setIdentity(poll.getIdentity())
        .setFailure(failure)
        .build();
  }

  static ActivityTask toTask(PollActivityTaskQueueResponse task) {
    boolean alone = task.getWorkflowExecution().getWorkflowId().isEmpty();
    List<JsonValue> arguments = PayloadMapper.toJson(task.getInput());
    return new ActivityTask(
        TaskTokens.text(task.getTaskToken()),
        task.getActivityType().getName(),
        task.getActivityId(),
        alone ? null : task.getWorkflowExecution().getWorkflowId(),
        alone ? task.getActivityRunId() : task.getWorkflowExecution().getRunId(),
        alone ? null : task.getWorkflowType().getName(),
        arguments.size() == 1 ? arguments.getFirst() : null,
        arguments.size() > 1 ? arguments : null,
        task.getAttempt(),
        ProtoTimes.toInstant(task.getScheduledTime()),
        ProtoTimes.toInstant(task.getStartedTime()),
        ProtoTimes.toDurationIfSet(task.getScheduleToCloseTimeout()),
        ProtoTimes.toDurationIfSet(task.getStartToCloseTimeout()),
        ProtoTimes.toDurationIfSet(task.getHeartbeatTimeout()),
        PayloadMapper.toJson(task.getHeartbeatDetails()),
        toHeaders(task.getHeader()));
  }

  private static Map<String, JsonValue> toHeaders(Header header) {
    Map<String, JsonValue> headers = new LinkedHashMap<>();
    header
        .getFieldsMap()
        .forEach((name, payload) -> headers.put(name, PayloadMapper.toJson(payload)));
    return headers;
  }
}
