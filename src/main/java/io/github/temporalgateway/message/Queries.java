package io.github.temporalgateway.message;

import io.github.temporalgateway.connection.WorkerCalls;
import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.payload.FailureMapper;
import io.github.temporalgateway.payload.OperationResult;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.OutcomeException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.temporal.api.errordetails.v1.QueryFailedFailure;
import io.temporal.api.workflowservice.v1.QueryWorkflowResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.serviceclient.StatusUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks Queries. */
@Service
class Queries {

  private final WorkerCalls worker;
  private final Handlers handlers;
  private final FailureMapper failures;

  Queries(WorkerCalls worker, Handlers handlers, FailureMapper failures) {
    this.worker = worker;
    this.handlers = handlers;
    this.failures = failures;
  }

  OperationResult ask(
      ExecutionRef ref,
      String name,
      MessageRequest body,
      @Nullable RejectCondition reject,
      CallerHeaders caller,
      CallerWatch watch) {
    QueryWorkflowResponse response;
    try {
      response =
          worker.call(
              ref,
              WorkflowServiceBlockingStub::queryWorkflow,
              MessageMapper.toQuery(ref, name, body, reject, caller),
              watch);
    } catch (TemporalException refused) {
      throw explained(refused, ref, name);
    }
    if (response.hasQueryRejected()) {
      throw new RefusedException(
              ProblemCode.QUERY_REJECTED,
              "The execution is " + MessageMapper.statusOf(response.getQueryRejected()) + ".")
          .about(ref.workflowId(), ref.runId());
    }
    return new OperationResult(response.getQueryResult());
  }

  private GatewayException explained(TemporalException refused, ExecutionRef ref, String name) {
    if (!StatusUtils.hasFailure(refused.grpc(), QueryFailedFailure.class)) {
      return refused;
    }
    QueryFailedFailure detail = StatusUtils.getFailure(refused.grpc(), QueryFailedFailure.class);
    Failure failure =
        detail != null && detail.hasFailure() ? failures.toFailure(detail.getFailure()) : null;
    GatewayException failed =
        new OutcomeException(
                ProblemCode.QUERY_FAILED,
                failure == null ? refused.detail() : failure.message(),
                failure,
                null)
            .about(ref.workflowId(), ref.runId());
    return handlers.explain(failed, ref, MessageKind.QUERY, name);
  }
}
