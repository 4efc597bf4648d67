package io.github.temporalgateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem body (RFC 9457), the answer of every status from 400 on.
 *
 * @param type stable URI reference of the kind of problem, served by the gateway
 * @param title the kind in one line
 * @param status the HTTP status, again
 * @param detail what happened in this case
 * @param instance path of the request that failed
 * @param code the last segment of {@code type}, for programs to switch on
 * @param retryable whether the same request may succeed later without a change
 * @param hint what the caller can do
 * @param errors what is wrong with the request, where that can be said
 * @param grpcStatus status with which Temporal answered, where it did
 * @param traceId id under which the gateway's log knows the request
 * @param workflowId the execution that the problem is about
 * @param activityId the stand-alone Activity that the problem is about
 * @param operationId the stand-alone Nexus Operation that the problem is about
 * @param runId run of what the problem is about
 * @param workflowStatus status of the execution, where it has closed
 * @param failure the failure of the Workflow, the Activity or the Nexus Operation itself
 * @param known the names that would have been right
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    String code,
    boolean retryable,
    String hint,
    @Nullable List<Violation> errors,
    @Nullable String grpcStatus,
    @Nullable String traceId,
    @Nullable String workflowId,
    @Nullable String activityId,
    @Nullable String operationId,
    @Nullable String runId,
    @Nullable String workflowStatus,
    @Schema(ref = "Failure") @Nullable Record failure,
    @Nullable List<String> known) {

  /** A problem of which nothing more is known than its code and detail. */
  public static Problem of(ProblemCode code, String detail) {
    return of(code, detail, null, null);
  }

  static Problem of(
      ProblemCode code, String detail, @Nullable String instance, @Nullable String traceId) {
    return new Problem(
        code.type(),
        code.title(),
        code.status().value(),
        detail,
        instance,
        code.code(),
        code.retryable(),
        code.remedy(),
        null,
        null,
        traceId,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static Problem of(
      GatewayException exception, @Nullable String instance, @Nullable String traceId) {
    Problem plain = of(exception.code(), exception.detail(), instance, traceId);
    return switch (exception) {
      case RefusedException refused ->
          plain.with(exception, refused.violations(), null, null, null, refused.known());
      case TemporalException temporal ->
          plain.with(exception, null, temporal.grpcStatus().name(), null, null, null);
      case OutcomeException outcome ->
          plain.with(exception, null, null, outcome.workflowStatus(), outcome.failure(), null);
    };
  }

  private Problem with(
      GatewayException exception,
      @Nullable List<Violation> errors,
      @Nullable String grpcStatus,
      @Nullable String workflowStatus,
      @Nullable Record failure,
      @Nullable List<String> known) {
    return new Problem(
        type,
        title,
        status,
        detail,
        instance,
        code,
        retryable,
        hint,
        errors,
        grpcStatus,
        traceId,
        exception.workflowId(),
        exception.activityId(),
        exception.operationId(),
        exception.runId(),
        workflowStatus,
        failure,
        known);
  }
}
