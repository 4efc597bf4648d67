package io.github.temporalgateway.message;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.connection.WorkerCalls;
import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.payload.Failure;
import io.github.temporalgateway.payload.FailureMapper;
import io.github.temporalgateway.payload.OperationResult;
import io.github.temporalgateway.problem.OutcomeException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.problem.Violation;
import io.temporal.api.update.v1.Outcome;
import io.temporal.api.workflowservice.v1.PollWorkflowExecutionUpdateResponse;
import io.temporal.api.workflowservice.v1.UpdateWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Sends Updates and gets their results. */
@Service
class Updates {

  private final TemporalConnections connections;
  private final Executions executions;
  private final WorkerCalls worker;
  private final UpdatePolls polls;
  private final Handlers handlers;
  private final FailureMapper failures;

  Updates(
      TemporalConnections connections,
      Executions executions,
      WorkerCalls worker,
      UpdatePolls polls,
      Handlers handlers,
      FailureMapper failures) {
    this.connections = connections;
    this.executions = executions;
    this.worker = worker;
    this.polls = polls;
    this.handlers = handlers;
    this.failures = failures;
  }

  /** Sends one and waits until it is accepted, then as long as the caller wants to. */
  UpdateEnding send(
      ExecutionRef ref,
      String name,
      UpdateRequest body,
      @Nullable IdempotencyKey key,
      CallerHeaders caller,
      Wait wait) {
    String updateId = updateId(body.updateId(), key);
    NamespaceConnection connection = connections.namespace(ref.namespace());
    UpdateWorkflowExecutionResponse response =
        worker.call(
            ref,
            WorkflowServiceBlockingStub::updateWorkflowExecution,
            MessageMapper.toUpdate(ref, name, updateId, body, caller, connection.identity()),
            wait.caller());
    ExecutionRef run = ref.atRun(response.getUpdateRef().getWorkflowExecution().getRunId());
    return afterAcceptance(run, name, updateId, response, wait);
  }

  /** Goes on from Temporal's first answer: rejected, complete, or accepted and to be waited for. */
  UpdateEnding afterAcceptance(
      ExecutionRef run,
      String name,
      String updateId,
      UpdateWorkflowExecutionResponse response,
      Wait wait) {
    if (response.getOutcome().hasFailure() && !isKept(run, updateId)) {
      throw rejected(run, name, response.getOutcome());
    }
    return ending(run, updateId, response.hasOutcome(), response.getOutcome(), wait);
  }

  /**
   * The result of an Update that was sent before. Temporal gives one answer for an unknown
   * execution and for an unknown Update, so the execution is asked for to tell them apart.
   */
  UpdateEnding result(ExecutionRef ref, String updateId, Wait wait) {
    PollWorkflowExecutionUpdateResponse now;
    try {
      now = poll(ref, updateId);
    } catch (TemporalException refused) {
      if (refused.code() == ProblemCode.UPDATE_NOT_FOUND) {
        executions.describe(ref);
      }
      throw refused.about(ref.workflowId(), ref.runId());
    }
    ExecutionRef run = ref.atRun(now.getUpdateRef().getWorkflowExecution().getRunId());
    return ending(run, updateId, now.hasOutcome(), now.getOutcome(), wait);
  }

  private UpdateEnding ending(
      ExecutionRef run, String updateId, boolean complete, Outcome outcome, Wait wait) {
    Optional<Outcome> known =
        complete
            ? Optional.of(outcome)
            : wait.none() ? Optional.empty() : polls.outcome(run, updateId, wait);
    if (known.isEmpty()) {
      return new UpdateEnding.AcceptedUpdate(run, updateId);
    }
    if (known.get().hasFailure()) {
      Failure failure = failures.toFailure(known.get().getFailure());
      throw new OutcomeException(ProblemCode.UPDATE_FAILED, failure.message(), failure, null)
          .about(run.workflowId(), run.runId());
    }
    return new UpdateEnding.CompletedUpdate(
        run, updateId, new OperationResult(known.get().getSuccess()));
  }

  private RuntimeException rejected(ExecutionRef run, String name, Outcome outcome) {
    Failure failure = failures.toFailure(outcome.getFailure());
    return handlers.explain(
        new OutcomeException(ProblemCode.UPDATE_REJECTED, failure.message(), failure, null)
            .about(run.workflowId(), run.runId()),
        run,
        MessageKind.UPDATE,
        name);
  }

  /** Temporal forgets an Update that was rejected and keeps one that was accepted and failed. */
  private boolean isKept(ExecutionRef run, String updateId) {
    try {
      return poll(run, updateId).hasUpdateRef();
    } catch (TemporalException unknown) {
      return unknown.code() != ProblemCode.UPDATE_NOT_FOUND;
    }
  }

  private PollWorkflowExecutionUpdateResponse poll(ExecutionRef ref, String updateId) {
    NamespaceConnection connection = connections.namespace(ref.namespace());
    return connection.call(
        WorkflowServiceBlockingStub::pollWorkflowExecutionUpdate,
        MessageMapper.toPoll(ref, updateId, false, connection.identity()),
        ProblemCode.UPDATE_NOT_FOUND);
  }

  /** The caller's own id, else its key, else a new one. */
  static String updateId(@Nullable String chosen, @Nullable IdempotencyKey key) {
    if (chosen == null) {
      return key == null ? UUID.randomUUID().toString() : key.value();
    }
    Optional<String> complaint = Identifiers.complaint(chosen);
    if (complaint.isPresent()) {
      throw RefusedException.invalid(Violation.at("/updateId", complaint.get()));
    }
    return chosen;
  }
}
