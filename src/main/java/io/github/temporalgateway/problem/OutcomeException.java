package io.github.temporalgateway.problem;

import org.jspecify.annotations.Nullable;

/** The Workflow's own code failed, or the execution closed without success. */
public final class OutcomeException extends GatewayException {

  private final @Nullable Record failure;
  private final @Nullable String workflowStatus;

  /**
   * Reports an unsuccessful outcome.
   *
   * @param failure body of the {@code failure} member, or null when there is none
   * @param workflowStatus short status of the execution such as {@code FAILED}, or null when it is
   *     open
   */
  public OutcomeException(
      ProblemCode code, String detail, @Nullable Record failure, @Nullable String workflowStatus) {
    super(code, detail, null);
    this.failure = failure;
    this.workflowStatus = workflowStatus;
  }

  @Nullable Record failure() {
    return failure;
  }

  @Nullable String workflowStatus() {
    return workflowStatus;
  }
}
