package io.github.temporalgateway.activity;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/** Reports to Temporal what became of Activities, by the token of an attempt or by ids. */
@Service
class Completions {

  /** Temporal gives no detail by which to know this one. */
  private static final String NOT_ASKED = "without activity being request canceled";

  private final TemporalConnections connections;
  private final PermittedActivities permitted;
  private final BlobLimits limits;

  Completions(TemporalConnections connections, PermittedActivities permitted, BlobLimits limits) {
    this.connections = connections;
    this.permitted = permitted;
    this.limits = limits;
  }

  void complete(NamespaceName namespace, CompleteTaskRequest body) {
    var request = CompletionMapper.toCompleted(namespace, body, identity(namespace));
    limits.check(namespace, request.getResult().getSerializedSize());
    byToken(
        namespace,
        ReportCall.of(WorkflowServiceBlockingStub::respondActivityTaskCompleted),
        request);
  }

  void complete(ActivityRef ref, CompleteActivityRequest body) {
    var request = CompletionMapper.toCompleted(permitted.of(ref), body, identity(ref.namespace()));
    limits.check(ref.namespace(), request.getResult().getSerializedSize());
    byId(
        ref, ReportCall.of(WorkflowServiceBlockingStub::respondActivityTaskCompletedById), request);
  }

  void fail(NamespaceName namespace, FailTaskRequest body) {
    var request = CompletionMapper.toFailed(namespace, body, identity(namespace));
    limits.check(namespace, request.getFailure().getSerializedSize());
    limits.check(namespace, request.getLastHeartbeatDetails().getSerializedSize());
    byToken(
        namespace, ReportCall.of(WorkflowServiceBlockingStub::respondActivityTaskFailed), request);
  }

  void fail(ActivityRef ref, FailActivityRequest body) {
    var request = CompletionMapper.toFailed(permitted.of(ref), body, identity(ref.namespace()));
    limits.check(ref.namespace(), request.getFailure().getSerializedSize());
    limits.check(ref.namespace(), request.getLastHeartbeatDetails().getSerializedSize());
    byId(
        ref,
        ReportCall.atMostOnce(WorkflowServiceBlockingStub::respondActivityTaskFailedById),
        request);
  }

  void cancel(NamespaceName namespace, TaskDetailsRequest body) {
    var request = CompletionMapper.toCanceled(namespace, body, identity(namespace));
    limits.check(namespace, request.getDetails().getSerializedSize());
    byToken(
        namespace,
        ReportCall.of(WorkflowServiceBlockingStub::respondActivityTaskCanceled),
        request);
  }

  void cancel(ActivityRef ref, ActivityDetailsRequest body) {
    var request = CompletionMapper.toCanceled(permitted.of(ref), body, identity(ref.namespace()));
    limits.check(ref.namespace(), request.getDetails().getSerializedSize());
    byId(ref, ReportCall.of(WorkflowServiceBlockingStub::respondActivityTaskCanceledById), request);
  }

  ActivityHeartbeat heartbeat(NamespaceName namespace, TaskDetailsRequest body) {
    var request = CompletionMapper.toHeartbeat(namespace, body, identity(namespace));
    limits.check(namespace, request.getDetails().getSerializedSize());
    return CompletionMapper.toHeartbeat(
        byToken(namespace, WorkflowServiceBlockingStub::recordActivityTaskHeartbeat, request));
  }

  ActivityHeartbeat heartbeat(ActivityRef ref, ActivityDetailsRequest body) {
    var request = CompletionMapper.toHeartbeat(permitted.of(ref), body, identity(ref.namespace()));
    limits.check(ref.namespace(), request.getDetails().getSerializedSize());
    return CompletionMapper.toHeartbeat(
        byId(ref, WorkflowServiceBlockingStub::recordActivityTaskHeartbeatById, request));
  }

  private <Q, R> R byToken(
      NamespaceName namespace, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    try {
      return connection(namespace).call(rpc, request, ProblemCode.ACTIVITY_NOT_FOUND);
    } catch (TemporalException refused) {
      throw switch (refused.code()) {
        case INVALID_ARGUMENT, NAMESPACE_NOT_FOUND -> explained(refused, namespace);
        default -> explained(refused);
      };
    }
  }

  private <Q, R> R byId(
      ActivityRef ref, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    try {
      return connection(ref.namespace()).call(rpc, request, ProblemCode.ACTIVITY_NOT_FOUND);
    } catch (GatewayException refused) {
      GatewayException explained =
          refused instanceof TemporalException temporal ? explained(temporal) : refused;
      throw ref.workflowId() == null ? explained : explained.about(ref.workflowId(), ref.runId());
    }
  }

  /**
   * The token names a Namespace too, which Temporal looks at before that of the request: a refusal
   * may be about either.
   */
  private GatewayException explained(TemporalException refused, NamespaceName namespace) {
    GatewayException explained = explained(refused);
    if (explained.code() == ProblemCode.CONFLICT) {
      return explained;
    }
    limits.describe(namespace);
    return TaskTokens.invalid(refused.detail());
  }

  private static GatewayException explained(TemporalException refused) {
    return switch (refused.code()) {
      case WORKFLOW_CLOSED ->
          new RefusedException(ProblemCode.ACTIVITY_NOT_FOUND, refused.detail());
      case INVALID_ARGUMENT ->
          refused.detail().contains(NOT_ASKED)
              ? new RefusedException(
                  ProblemCode.CONFLICT, "Nobody has asked the Activity to cancel.")
              : refused;
      default -> refused;
    };
  }

  private String identity(NamespaceName namespace) {
    return connection(namespace).identity();
  }

  private NamespaceConnection connection(NamespaceName namespace) {
    return connections.namespace(namespace);
  }
}
