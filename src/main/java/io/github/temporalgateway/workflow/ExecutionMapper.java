package io.github.temporalgateway.workflow;

import com.google.protobuf.Timestamp;
import io.github.temporalgateway.kernel.ExecutionKind;
import io.github.temporalgateway.kernel.ExecutionName;
import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.temporal.api.common.v1.Memo;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Temporal says of any execution, wherever it says it, in the words of the API. */
public final class ExecutionMapper {

  private ExecutionMapper() {}

  /** Short status, such as {@code COMPLETED}. */
  public static String statusOf(WorkflowExecutionStatus status) {
    return Objects.requireNonNullElse(
        EnumNames.shortName(status, "WORKFLOW_EXECUTION_STATUS_"), "RUNNING");
  }

  /** Whether an execution of this status may still go on. */
  public static boolean isOpen(WorkflowExecutionStatus status) {
    return status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
        || status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_PAUSED;
  }

  /** What an execution has become with its next run; empty when that is what this one was. */
  public static Optional<ExecutionKind> newKind(HistoryEvent closing) {
    if (!closing.hasWorkflowExecutionContinuedAsNewEventAttributes()) {
      return Optional.empty();
    }
    var continued = closing.getWorkflowExecutionContinuedAsNewEventAttributes();
    return Optional.of(
        new ExecutionKind(
            continued.getWorkflowType().getName(), continued.getTaskQueue().getName()));
  }

  /** The values of a memo, without the one that the gateway keeps there for itself. */
  public static Map<String, JsonValue> memo(Memo memo) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    memo.getFieldsMap()
        .forEach((name, payload) -> {
          if (!name.equals(IdempotencyMemo.NAME)) {
            values.put(name, PayloadMapper.toJson(payload));
          }
        });
    return values;
  }

  /** Another execution by its name. */
  public static ExecutionName name(WorkflowExecution execution) {
    return new ExecutionName(execution.getWorkflowId(), execution.getRunId());
  }

  /**
   * A time that may be missing.
   *
   * @param present whether the message has it; Temporal also says year 1 or 1970 for none
   */
  public static @Nullable Instant time(boolean present, Timestamp time) {
    return present && time.getSeconds() > 0 ? ProtoTimes.toInstant(time) : null;
  }
}
