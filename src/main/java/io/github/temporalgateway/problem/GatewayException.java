package io.github.temporalgateway.problem;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a caller is to see as a problem body (RFC 9457). It carries no stack trace: it is
 * an answer, not a defect.
 */
public abstract sealed class GatewayException extends RuntimeException
    permits RefusedException, TemporalException, OutcomeException {

  private final ProblemCode code;
  private @Nullable String workflowId;
  private @Nullable String activityId;
  private @Nullable String operationId;
  private @Nullable String runId;
  private @Nullable URI location;
  private @Nullable String retryAfter;

  GatewayException(ProblemCode code, String detail, @Nullable Throwable cause) {
    super(detail, cause, false, false);
    this.code = code;
  }

  /** What kind of failure it is. */
  public ProblemCode code() {
    return code;
  }

  /** What happened in this very case, in words that a caller may read. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /**
   * Names the execution that the failure is about.
   *
   * @param runId the run, or null when it isn't known
   */
  public GatewayException about(String workflowId, @Nullable String runId) {
    this.workflowId = workflowId;
    this.runId = runId;
    return this;
  }

  /**
   * Names the stand-alone Activity that the failure is about.
   *
   * @param runId the run, or null when it isn't known
   */
  public GatewayException aboutActivity(String activityId, @Nullable String runId) {
    this.activityId = activityId;
    this.runId = runId;
    return this;
  }

  /**
   * Names the stand-alone Nexus Operation that the failure is about.
   *
   * @param runId the run, or null when it isn't known
   */
  public GatewayException aboutOperation(String operationId, @Nullable String runId) {
    this.operationId = operationId;
    this.runId = runId;
    return this;
  }

  /** Points the caller to the resource that stands in the way. */
  public GatewayException at(URI location) {
    this.location = location;
    return this;
  }

  /** Says in how many seconds another attempt makes sense, where that is known. */
  public GatewayException retryIn(long seconds) {
    this.retryAfter = Long.toString(seconds);
    return this;
  }

  @Nullable String retryAfter() {
    return retryAfter;
  }

  @Nullable String workflowId() {
    return workflowId;
  }

  @Nullable String activityId() {
    return activityId;
  }

  @Nullable String operationId() {
    return operationId;
  }

  @Nullable String runId() {
    return runId;
  }

  @Nullable URI location() {
    return location;
  }
}
