package io.github.temporalgateway.activity;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.ExecutionKind;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.security.Decision;
import io.github.temporalgateway.security.Permit;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges Activities of Workflows by the type of the Workflow and by their own Task Queue. */
@Component
class PermittedActivities {

  private final Executions executions;

  PermittedActivities(Executions executions) {
    this.executions = executions;
  }

  /**
   * The Activity, at the run that was judged where policies go by that.
   *
   * @throws RefusedException 404 {@code activity-not-found} when no policy allows it, as if it were
   *     not there
   */
  ActivityRef of(ActivityRef ref) {
    Permit permit = Permit.current();
    if (!permit.isBound()) {
      return ref;
    }
    return described(ref)
        .filter(found -> pending(ref, found, permit))
        .map(found -> ref.atRun(found.getWorkflowExecutionInfo().getExecution().getRunId()))
        .orElseThrow(() -> absent(ref));
  }

  private static GatewayException absent(ActivityRef ref) {
    Decision.takeBack();
    return new RefusedException(
            ProblemCode.ACTIVITY_NOT_FOUND, "There is no such Activity to work on.")
        .about(ref.workflowIdOrEmpty(), ref.runId());
  }

  private Optional<DescribeWorkflowExecutionResponse> described(ActivityRef ref) {
    try {
      return Optional.of(
          executions.describe(
              new ExecutionRef(ref.namespace(), ref.workflowIdOrEmpty(), ref.runId())));
    } catch (GatewayException absent) {
      if (absent.code() == ProblemCode.WORKFLOW_NOT_FOUND) {
        return Optional.empty();
      }
      throw absent;
    }
  }

  private static boolean pending(
      ActivityRef ref, DescribeWorkflowExecutionResponse found, Permit permit) {
    String type = found.getWorkflowExecutionInfo().getType().getName();
    return found.getPendingActivitiesList().stream()
        .filter(activity -> activity.getActivityId().equals(ref.activityId()))
        .map(activity -> new ExecutionKind(type, queueOf(activity)))
        .anyMatch(permit::allows);
  }

  /** Empty where Temporal is too old to tell, which only a policy for all queues fits. */
  private static String queueOf(PendingActivityInfo activity) {
    return activity.getActivityOptions().getTaskQueue().getName();
  }
}
