package io.github.temporalgateway.schedule;

import static io.github.temporalgateway.problem.ProblemCode.SCHEDULE_ALREADY_EXISTS;
import static io.github.temporalgateway.problem.ProblemCode.SCHEDULE_NOT_FOUND;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.grpc.Deadline;
import io.temporal.api.enums.v1.ResourceExhaustedCause;
import io.temporal.api.errordetails.v1.ResourceExhaustedFailure;
import io.temporal.api.workflowservice.v1.DescribeScheduleRequest;
import io.temporal.api.workflowservice.v1.DescribeScheduleResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.serviceclient.StatusUtils;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Sends calls about one Schedule. Temporal speaks of the Workflow that it is made of. */
@Component
class ScheduleCalls {

  private static final long PATIENCE_SECONDS = 5;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final TemporalConnections connections;

  ScheduleCalls(TemporalConnections connections) {
    this.connections = connections;
  }

  <Q, R> R call(ScheduleRef ref, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    try {
      return patiently(ref, rpc, request);
    } catch (TemporalException refused) {
      throw switch (refused.code()) {
        case SCHEDULE_NOT_FOUND, WORKFLOW_CLOSED ->
            new RefusedException(
                SCHEDULE_NOT_FOUND, "There is no Schedule '" + ref.scheduleId() + "'.");
        case WORKFLOW_ALREADY_STARTED ->
            new RefusedException(
                SCHEDULE_ALREADY_EXISTS, "The Schedule '" + ref.scheduleId() + "' exists.");
        default -> refused;
      };
    }
  }

  DescribeScheduleResponse describe(ScheduleRef ref) {
    return call(
        ref,
        WorkflowServiceBlockingStub::describeSchedule,
        DescribeScheduleRequest.newBuilder()
            .setNamespace(ref.namespace().value())
            .setScheduleId(ref.scheduleId())
            .build());
  }

  /**
   * Temporal describes a Schedule by a Query to its Workflow, and refuses when a few come at once.
   * Writes carry a request id, so they can be sent again too.
   */
  private <Q, R> R patiently(
      ScheduleRef ref, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    Deadline end = Deadline.after(PATIENCE_SECONDS, TimeUnit.SECONDS);
    NamespaceConnection connection = connections.namespace(ref.namespace());
    while (true) {
      try {
        return connection.call(rpc, request, SCHEDULE_NOT_FOUND);
      } catch (TemporalException refused) {
        if (!isBusy(refused) || end.isExpired() || Thread.currentThread().isInterrupted()) {
          throw refused;
        }
      }
      NamespaceConnection.pause(PAUSE);
    }
  }

  private static boolean isBusy(TemporalException refused) {
    ResourceExhaustedFailure failure =
        StatusUtils.getFailure(refused.grpc(), ResourceExhaustedFailure.class);
    return failure != null
        && failure.getCause() == ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_BUSY_WORKFLOW;
  }

  String identity(ScheduleRef ref) {
    return connections.namespace(ref.namespace()).identity();
  }
}
