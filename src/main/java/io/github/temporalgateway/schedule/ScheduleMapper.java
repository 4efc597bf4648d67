package io.github.temporalgateway.schedule;

import com.google.protobuf.Timestamp;
import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.workflow.ExecutionMapper;
import io.github.temporalgateway.workflow.IdempotencyMemo;
import io.temporal.api.common.v1.Memo;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.api.schedule.v1.Schedule;
import io.temporal.api.schedule.v1.ScheduleActionResult;
import io.temporal.api.workflow.v1.NewWorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeScheduleResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where Schedules meet Temporal's protobuf. */
final class ScheduleMapper {

  private ScheduleMapper() {}

  /**
   * A Schedule for Temporal.
   *
   * @param policies null for those that it has in {@code now}
   * @param state null for the one that it has in {@code now}
   * @param now the Schedule as it is; an empty one for a new one
   */
  static Schedule toProto(
      io.temporal.api.schedule.v1.ScheduleSpec spec,
      NewWorkflowExecutionInfo action,
      @Nullable SchedulePolicies policies,
      @Nullable ScheduleState state,
      Schedule now) {
    return Schedule.newBuilder()
        .setSpec(spec)
        .setAction(io.temporal.api.schedule.v1.ScheduleAction.newBuilder().setStartWorkflow(action))
        .setPolicies(policies == null ? now.getPolicies() : toProto(policies))
        .setState(state == null ? now.getState() : toProto(state))
        .build();
  }

  static Memo toMemo(Map<String, JsonValue> values) {
    if (values.containsKey(IdempotencyMemo.NAME)) {
      throw RefusedException.invalid(
          Violation.at("/memo/" + IdempotencyMemo.NAME, "The gateway uses this name itself."));
    }
    Memo.Builder memo = Memo.newBuilder();
    values.forEach((name, value) ->
        memo.putFields(name, PayloadMapper.toPayload(value, Violation.pointer("/memo", name))));
    return memo.build();
  }

  static ScheduleDescription toDescription(
      ScheduleRef ref, DescribeScheduleResponse response, Links links) {
    Schedule schedule = response.getSchedule();
    return new ScheduleDescription(
        ref.namespace().value(),
        ref.scheduleId(),
        SpecMapper.toSpec(schedule.getSpec()),
        schedule.getAction().hasStartWorkflow()
            ? ActionMapper.toAction(schedule.getAction().getStartWorkflow())
            : null,
        toPolicies(schedule.getPolicies()),
        toState(schedule.getState()),
        toInfo(response.getInfo()),
        ActionMapper.values(response.getMemo().getFieldsMap()),
        ActionMapper.orNull(SearchAttributeMapper.toJson(response.getSearchAttributes())),
        ScheduleLinks.of(ref.scheduleId(), links));
  }

  static List<RecentAction> toActions(List<ScheduleActionResult> actions) {
    return actions.stream()
        .map(action ->
            new RecentAction(
                ExecutionMapper.time(action.hasScheduleTime(), action.getScheduleTime()),
                ExecutionMapper.time(action.hasActualTime(), action.getActualTime()),
                action.hasStartWorkflowResult()
                    ? action.getStartWorkflowResult().getWorkflowId()
                    : null,
                action.hasStartWorkflowResult() ? action.getStartWorkflowResult().getRunId() : null,
                EnumNames.shortName(action.getStartWorkflowStatus(), "WORKFLOW_EXECUTION_STATUS_")))
        .toList();
  }

  static List<Instant> toTimes(List<Timestamp> times) {
    return times.stream().map(ProtoTimes::toInstant).toList();
  }

  static ScheduleOverlapPolicy toProto(@Nullable OverlapPolicy policy) {
    return switch (policy) {
      case null -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_UNSPECIFIED;
      case SKIP -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP;
      case BUFFER_ONE -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_BUFFER_ONE;
      case BUFFER_ALL -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_BUFFER_ALL;
      case CANCEL_OTHER -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_CANCEL_OTHER;
      case TERMINATE_OTHER -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_TERMINATE_OTHER;
      case ALLOW_ALL -> ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_ALLOW_ALL;
    };
  }

  private static io.temporal.api.schedule.v1.SchedulePolicies toProto(SchedulePolicies policies) {
    io.temporal.api.schedule.v1.SchedulePolicies.Builder proto =
        io.temporal.api.schedule.v1.SchedulePolicies.newBuilder()
            .setOverlapPolicy(toProto(policies.overlap()))
            .setPauseOnFailure(Boolean.TRUE.equals(policies.pauseOnFailure()))
            .setKeepOriginalWorkflowId(Boolean.TRUE.equals(policies.keepOriginalWorkflowId()));
    if (policies.catchupWindow() != null) {
      proto.setCatchupWindow(ProtoTimes.toProto(policies.catchupWindow()));
    }
    return proto.build();
  }

  private static io.temporal.api.schedule.v1.ScheduleState toProto(ScheduleState state) {
    io.temporal.api.schedule.v1.ScheduleState.Builder proto =
        io.temporal.api.schedule.v1.ScheduleState.newBuilder()
            .setPaused(Boolean.TRUE.equals(state.paused()))
            .setNotes(state.note() == null ? "" : state.note());
    if (state.remainingActions() != null) {
      proto.setLimitedActions(true).setRemainingActions(state.remainingActions());
    }
    return proto.build();
  }

  private static SchedulePolicies toPolicies(
      io.temporal.api.schedule.v1.SchedulePolicies policies) {
    @Nullable String overlap =
        EnumNames.shortName(policies.getOverlapPolicy(), "SCHEDULE_OVERLAP_POLICY_");
    return new SchedulePolicies(
        overlap == null || overlap.equals("UNKNOWN") ? null : OverlapPolicy.valueOf(overlap),
        ProtoTimes.toDurationIfSet(policies.getCatchupWindow()),
        policies.getPauseOnFailure(),
        policies.getKeepOriginalWorkflowId());
  }

  private static ScheduleState toState(io.temporal.api.schedule.v1.ScheduleState state) {
    return new ScheduleState(
        state.getPaused(),
        state.getNotes().isEmpty() ? null : state.getNotes(),
        state.getLimitedActions() ? state.getRemainingActions() : null);
  }

  private static ScheduleInfo toInfo(io.temporal.api.schedule.v1.ScheduleInfo info) {
    return new ScheduleInfo(
        info.getActionCount(),
        info.getMissedCatchupWindow(),
        info.getOverlapSkipped(),
        info.getBufferDropped(),
        info.getBufferSize(),
        info.getRunningWorkflowsList().stream().map(ExecutionMapper::name).toList(),
        toActions(info.getRecentActionsList()),
        toTimes(info.getFutureActionTimesList()),
        ExecutionMapper.time(info.hasCreateTime(), info.getCreateTime()),
        ExecutionMapper.time(info.hasUpdateTime(), info.getUpdateTime()));
  }
}
