package io.github.temporalgateway.payload;

import io.temporal.api.common.v1.Payloads;
import io.temporal.api.enums.v1.ApplicationErrorCategory;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.api.failure.v1.ApplicationFailureInfo;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where failures as JSON meet Temporal's protobuf. */
@Component
public final class FailureMapper {

  private final boolean includeStackTrace;

  FailureMapper(ErrorProperties properties) {
    this.includeStackTrace = properties.includeStackTrace();
  }

  /** A failure with all its causes. */
  public Failure toFailure(io.temporal.api.failure.v1.Failure proto) {
    Parts parts = new Parts();
    switch (proto.getFailureInfoCase()) {
      case APPLICATION_FAILURE_INFO -> parts.application(proto.getApplicationFailureInfo());
      case TIMEOUT_FAILURE_INFO -> {
        parts.type = "Timeout";
        parts.timeoutType =
            EnumNames.shortName(proto.getTimeoutFailureInfo().getTimeoutType(), "TIMEOUT_TYPE_");
      }
      case CANCELED_FAILURE_INFO -> {
        parts.type = "Canceled";
        parts.details = details(proto.getCanceledFailureInfo().getDetails());
      }
      case TERMINATED_FAILURE_INFO -> parts.type = "Terminated";
      case SERVER_FAILURE_INFO -> {
        parts.type = "Server";
        parts.nonRetryable = proto.getServerFailureInfo().getNonRetryable();
      }
      case RESET_WORKFLOW_FAILURE_INFO -> parts.type = "ResetWorkflow";
      case ACTIVITY_FAILURE_INFO -> {
        var info = proto.getActivityFailureInfo();
        parts.type = "Activity";
        parts.retryState = retryState(info.getRetryState());
        parts.activity =
            new Failure.FailedActivity(info.getActivityType().getName(), info.getActivityId());
      }
      case CHILD_WORKFLOW_EXECUTION_FAILURE_INFO -> {
        var info = proto.getChildWorkflowExecutionFailureInfo();
        parts.type = "ChildWorkflow";
        parts.retryState = retryState(info.getRetryState());
        parts.childWorkflow =
            new Failure.FailedChildWorkflow(
                info.getWorkflowType().getName(),
                info.getWorkflowExecution().getWorkflowId(),
                info.getWorkflowExecution().getRunId());
      }
      case NEXUS_OPERATION_EXECUTION_FAILURE_INFO, NEXUS_HANDLER_FAILURE_INFO ->
          parts.type = "NexusOperation";
      case FAILUREINFO_NOT_SET -> {}
    }
    return new Failure(
        proto.getMessage(),
        parts.type,
        parts.nonRetryable,
        parts.details,
        parts.nextRetryDelay,
        parts.category,
        parts.timeoutType,
        parts.retryState,
        proto.getSource(),
        parts.activity,
        parts.childWorkflow,
        includeStackTrace ? proto.getStackTrace() : null,
        proto.hasCause() ? toFailure(proto.getCause()) : null);
  }

  private static List<JsonValue> details(Payloads payloads) {
    return PayloadMapper.toJson(payloads);
  }

  private static @Nullable String retryState(RetryState state) {
    return EnumNames.shortName(state, "RETRY_STATE_");
  }

  private static final class Parts {
    private @Nullable String type;
    private @Nullable Boolean nonRetryable;
    private @Nullable List<JsonValue> details;
    private @Nullable Duration nextRetryDelay;
    private @Nullable String category;
    private @Nullable String timeoutType;
    private @Nullable String retryState;
    private Failure.@Nullable FailedActivity activity;
    private Failure.@Nullable FailedChildWorkflow childWorkflow;

    private void application(ApplicationFailureInfo info) {
      type = info.getType();
      nonRetryable = info.getNonRetryable();
      details = details(info.getDetails());
      if (info.hasNextRetryDelay()) {
        nextRetryDelay = ProtoTimes.toDuration(info.getNextRetryDelay());
      }
      category =
          info.getCategory() == ApplicationErrorCategory.APPLICATION_ERROR_CATEGORY_UNSPECIFIED
              ? null
              : EnumNames.shortName(info.getCategory(), "APPLICATION_ERROR_CATEGORY_");
    }
  }
}
