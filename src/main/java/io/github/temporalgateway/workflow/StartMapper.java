package io.github.temporalgateway.workflow;

import com.google.protobuf.MessageLite;
import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.Memo;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.api.errordetails.v1.WorkflowExecutionAlreadyStartedFailure;
import io.temporal.api.sdk.v1.UserMetadata;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.update.v1.Input;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionResponse;
import io.temporal.serviceclient.StatusUtils;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a start's JSON meets Temporal's protobuf. */
final class StartMapper {

  private StartMapper() {}

  /**
   * The request to Temporal, without those members that differ from one attempt to the next.
   *
   * @param types types of the Search Attributes that are registered
   */
  static StartWorkflowExecutionRequest.Builder toProto(
      StartWorkflowRequest body,
      String workflowId,
      String taskQueue,
      Map<String, IndexedValueType> types) {
    StartWorkflowExecutionRequest.Builder start =
        StartWorkflowExecutionRequest.newBuilder()
            .setWorkflowId(workflowId)
            .setWorkflowType(
                WorkflowType.newBuilder()
                    .setName(Identifiers.check("/workflowType", body.workflowType())))
            .setTaskQueue(TaskQueue.newBuilder().setName(taskQueue))
            .setInput(PayloadMapper.toPayloads(body.input(), body.args()))
            .setWorkflowIdReusePolicy(toProto(body.idReusePolicy()))
            .setWorkflowIdConflictPolicy(toProto(body.idConflictPolicy()));
    set(body.executionTimeout(), start::setWorkflowExecutionTimeout);
    set(body.runTimeout(), start::setWorkflowRunTimeout);
    set(body.taskTimeout(), start::setWorkflowTaskTimeout);
    set(body.startDelay(), start::setWorkflowStartDelay);
    if (body.cronSchedule() != null) {
      start.setCronSchedule(body.cronSchedule());
    }
    if (body.retryPolicy() != null) {
      start.setRetryPolicy(OptionsMapper.toProto(body.retryPolicy()));
    }
    if (body.memo() != null) {
      start.setMemo(toMemo(body.memo()));
    }
    if (body.searchAttributes() != null) {
      start.setSearchAttributes(SearchAttributeMapper.toProto(body.searchAttributes(), types));
    }
    if (body.summary() != null || body.details() != null) {
      start.setUserMetadata(toMetadata(body.summary(), body.details()));
    }
    if (body.priority() != null) {
      start.setPriority(OptionsMapper.toProto(body.priority()));
    }
    if (body.versioningOverride() != null) {
      start.setVersioningOverride(OptionsMapper.toProto(body.versioningOverride()));
    }
    return start.setHeader(PayloadMapper.toHeader(body.headers(), CallerHeaders.NONE));
  }

  static void checkMessages(@Nullable StartSignal signal, @Nullable StartUpdate update) {
    if (signal != null && update != null) {
      throw RefusedException.invalid(
          List.of(
              Violation.at("/signal", "Send either a signal or an update, not both."),
              Violation.at("/update", "Send either a signal or an update, not both.")));
    }
  }

  /** All that makes one start differ from another, for telling whether a retry is the same. */
  static List<MessageLite> content(
      StartWorkflowExecutionRequest request,
      @Nullable StartSignal signal,
      @Nullable StartUpdate update) {
    if (signal != null) {
      return List.of(SignalStartMapper.toProto(request, signal));
    }
    return update == null
        ? List.of(request)
        : List.of(
            request,
            Input.newBuilder()
                .setName(update.name())
                .setArgs(PayloadMapper.toPayloads(update.input(), update.args()))
                .build());
  }

  static StartedRun toStarted(
      PreparedStart start, StartWorkflowExecutionResponse response, StartedRun.How how) {
    return new StartedRun(
        start.ref().atRun(response.getRunId()),
        response.getFirstExecutionRunId(),
        start.request().getWorkflowType().getName(),
        start.request().getTaskQueue().getName(),
        ExecutionMapper.statusOf(response.getStatus()),
        how);
  }

  static StartedRun toReplayed(PreparedStart start, DescribeWorkflowExecutionResponse found) {
    WorkflowExecutionInfo info = found.getWorkflowExecutionInfo();
    return new StartedRun(
        start.ref().atRun(info.getExecution().getRunId()),
        info.getFirstRunId(),
        info.getType().getName(),
        info.getTaskQueue(),
        ExecutionMapper.statusOf(info.getStatus()),
        StartedRun.How.REPLAYED);
  }

  /** The run that has the Workflow Id, when that is what a start was refused for. */
  static @Nullable String runInTheWay(StatusRuntimeException refused) {
    WorkflowExecutionAlreadyStartedFailure failure =
        StatusUtils.getFailure(refused, WorkflowExecutionAlreadyStartedFailure.class);
    return failure == null ? null : failure.getRunId();
  }

  private static void set(@Nullable Duration time, Consumer<com.google.protobuf.Duration> setter) {
    if (time != null) {
      setter.accept(ProtoTimes.toProto(time));
    }
  }

  private static WorkflowIdReusePolicy toProto(@Nullable IdReusePolicy policy) {
    return switch (policy) {
      case null -> WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_UNSPECIFIED;
      case ALLOW_DUPLICATE -> WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE;
      case ALLOW_DUPLICATE_FAILED_ONLY ->
          WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY;
      case REJECT_DUPLICATE -> WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE;
    };
  }

  private static WorkflowIdConflictPolicy toProto(@Nullable IdConflictPolicy policy) {
    return switch (policy) {
      case null -> WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_UNSPECIFIED;
      case FAIL -> WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL;
      case USE_EXISTING -> WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING;
      case TERMINATE_EXISTING ->
          WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING;
    };
  }

  private static Memo toMemo(Map<String, JsonValue> values) {
    if (values.containsKey(IdempotencyMemo.NAME)) {
      throw RefusedException.invalid(
          Violation.at("/memo/" + IdempotencyMemo.NAME, "The gateway uses this name itself."));
    }
    Memo.Builder memo = Memo.newBuilder();
    values.forEach((name, value) ->
        memo.putFields(name, PayloadMapper.toPayload(value, Violation.pointer("/memo", name))));
    return memo.build();
  }

  private static UserMetadata toMetadata(@Nullable String summary, @Nullable String details) {
    UserMetadata.Builder metadata = UserMetadata.newBuilder();
    if (summary != null) {
      metadata.setSummary(PayloadMapper.ofText(summary));
    }
    if (details != null) {
      metadata.setDetails(PayloadMapper.ofText(details));
    }
    return metadata.build();
  }
}
