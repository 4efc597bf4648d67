package io.github.temporalgateway.activity.command;

import com.google.protobuf.FieldMask;
import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.github.temporalgateway.workflow.OptionsMapper;
import io.github.temporalgateway.workflow.RetryPolicy;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.UpdateActivityExecutionOptionsRequest;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where options of Activities meet Temporal's protobuf. */
public final class ActivityOptionsMapper {

  private ActivityOptionsMapper() {}

  /**
   * A change of the options that the request names, and of no others.
   *
   * @throws RefusedException 422 when there are none, or some that do not go together
   */
  public static UpdateActivityExecutionOptionsRequest toUpdate(
      ActivityRef ref, ActivityOptionsRequest body, String identity) {
    FieldMask.Builder mask = FieldMask.newBuilder();
    io.temporal.api.activity.v1.ActivityOptions options = toProto(body, mask);
    UpdateActivityExecutionOptionsRequest.Builder request =
        UpdateActivityExecutionOptionsRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setWorkflowId(ref.workflowIdOrEmpty())
            .setRunId(ref.runIdOrEmpty())
            .setActivityId(ref.activityId())
            .setIdentity(identity);
    boolean restore = Boolean.TRUE.equals(body.restoreOriginal());
    if (restore == (mask.getPathsCount() > 0)) {
      throw RefusedException.invalid(
          Violation.at("", "Set options, or restoreOriginal to true, and not both."));
    }
    return restore
        ? request.setRestoreOriginal(true).build()
        : request.setActivityOptions(options).setUpdateMask(mask).build();
  }

  private static io.temporal.api.activity.v1.ActivityOptions toProto(
      ActivityOptionsRequest body, FieldMask.Builder mask) {
    io.temporal.api.activity.v1.ActivityOptions.Builder options =
        io.temporal.api.activity.v1.ActivityOptions.newBuilder();
    if (body.taskQueue() != null) {
      String name = Identifiers.check("/taskQueue", body.taskQueue());
      options.setTaskQueue(TaskQueue.newBuilder().setName(name));
      mask.addPaths("task_queue.name");
    }
    set(
        body.scheduleToCloseTimeout(),
        options::setScheduleToCloseTimeout,
        "schedule_to_close_timeout",
        mask);
    set(
        body.scheduleToStartTimeout(),
        options::setScheduleToStartTimeout,
        "schedule_to_start_timeout",
        mask);
    set(
        body.startToCloseTimeout(),
        options::setStartToCloseTimeout,
        "start_to_close_timeout",
        mask);
    set(body.heartbeatTimeout(), options::setHeartbeatTimeout, "heartbeat_timeout", mask);
    if (body.retryPolicy() != null) {
      options.setRetryPolicy(OptionsMapper.toProto(body.retryPolicy()));
      addPaths(body.retryPolicy(), mask);
    }
    if (body.priority() != null) {
      options.setPriority(OptionsMapper.toProto(body.priority()));
      mask.addPaths("priority");
    }
    return options.build();
  }

  private static void set(
      @Nullable Duration time,
      Consumer<com.google.protobuf.Duration> setter,
      String path,
      FieldMask.Builder mask) {
    if (time != null) {
      setter.accept(ProtoTimes.toProto(time));
      mask.addPaths(path);
    }
  }

  private static void addPaths(RetryPolicy policy, FieldMask.Builder mask) {
    if (policy.nonRetryableErrorTypes() != null) {
      throw RefusedException.invalid(
          Violation.at(
              "/retryPolicy/nonRetryableErrorTypes", "Temporal does not change this later."));
    }
    add(policy.initialInterval(), "retry_policy.initial_interval", mask);
    add(policy.backoffCoefficient(), "retry_policy.backoff_coefficient", mask);
    add(policy.maximumInterval(), "retry_policy.maximum_interval", mask);
    add(policy.maximumAttempts(), "retry_policy.maximum_attempts", mask);
  }

  private static void add(@Nullable Object value, String path, FieldMask.Builder mask) {
    if (value != null) {
      mask.addPaths(path);
    }
  }

  static ActivityOptions toOptions(io.temporal.api.activity.v1.ActivityOptions options) {
    return new ActivityOptions(
        options.getTaskQueue().getName(),
        ProtoTimes.toDurationIfSet(options.getScheduleToCloseTimeout()),
        ProtoTimes.toDurationIfSet(options.getScheduleToStartTimeout()),
        ProtoTimes.toDurationIfSet(options.getStartToCloseTimeout()),
        ProtoTimes.toDurationIfSet(options.getHeartbeatTimeout()),
        options.hasRetryPolicy() ? OptionsMapper.toRetryPolicy(options.getRetryPolicy()) : null,
        options.hasPriority() ? OptionsMapper.toPriority(options.getPriority()) : null);
  }
}
