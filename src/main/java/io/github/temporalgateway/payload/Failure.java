package io.github.temporalgateway.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something failed, as the Workflow's or Activity's own code reported it ({@code
 * temporal.api.failure.v1.Failure}).
 *
 * @param message in words
 * @param type the application's name for the kind of failure, else the kind in Temporal's terms:
 *     {@code Timeout}, {@code Canceled}, {@code Terminated}, {@code Server}, {@code ResetWorkflow},
 *     {@code Activity}, {@code ChildWorkflow}, {@code NexusOperation}
 * @param nonRetryable whether the application excludes a retry
 * @param details values that the application attached
 * @param nextRetryDelay delay that the application asks for
 * @param category {@code BENIGN} when the application says it is no error
 * @param timeoutType which timeout, such as {@code START_TO_CLOSE}
 * @param retryState why there was no further retry, such as {@code MAXIMUM_ATTEMPTS_REACHED}
 * @param source SDK that reported it, such as {@code JavaSDK}
 * @param activity the Activity that failed
 * @param childWorkflow the Child Workflow that failed
 * @param stackTrace only with {@code gateway.errors.include-stack-trace}
 * @param cause the failure beneath
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Failure(
    String message,
    @Nullable String type,
    @Nullable Boolean nonRetryable,
    @Nullable List<JsonValue> details,
    @Nullable Duration nextRetryDelay,
    @Nullable String category,
    @Nullable String timeoutType,
    @Nullable String retryState,
    @Nullable String source,
    @Nullable FailedActivity activity,
    @Nullable FailedChildWorkflow childWorkflow,
    @Nullable String stackTrace,
    @Nullable Failure cause) {

  /**
   * The Activity that a failure is about.
   *
   * @param type its Activity Type
   * @param id its Activity Id
   */
  public record FailedActivity(String type, String id) {}

  /**
   * The Child Workflow that a failure is about.
   *
   * @param type its Workflow Type
   * @param workflowId its Workflow Id
   * @param runId its Run Id
   */
  public record FailedChildWorkflow(String type, String workflowId, String runId) {}
}
