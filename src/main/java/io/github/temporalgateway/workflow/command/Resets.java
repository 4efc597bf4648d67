package io.github.temporalgateway.workflow.command;

import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_NOT_FOUND;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.problem.Violation;
import io.github.temporalgateway.security.Permit;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes executions back to an earlier point of their history. */
@Service
class Resets {

  private static final int LOCKS = 64;

  private final TemporalConnections connections;
  private final Executions executions;
  private final ResetHistory history;
  private final List<ReentrantLock> locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

  Resets(TemporalConnections connections, Executions executions, ResetHistory history) {
    this.connections = connections;
    this.executions = executions;
    this.history = history;
  }

  /**
   * Resets an execution, once for each key. Temporal 1.32 does not know a reset's request id again,
   * so the reason of the reset, which its history keeps, names the key. Calls with one key that
   * reach this replica at the same time go one after the other; those that reach two replicas
   * within the moment that a reset takes are not told apart.
   */
  ResetRun reset(ExecutionRef ref, ResetRequest body, @Nullable IdempotencyKey key) {
    check(body);
    // A reset ends the run that has the Workflow Id now, whichever run it goes back to.
    Permit.current().requireRun(new ExecutionRef(ref.namespace(), ref.workflowId(), null));
    if (key == null) {
      return resetNow(ref, body, null);
    }
    ResetMark mark = ResetMark.of(key, ref, body);
    ReentrantLock lock =
        locks.get(Math.floorMod(Objects.hash(ref.namespace(), ref.workflowId(), key), LOCKS));
    lock.lock();
    try {
      return resetOnce(ref, body, mark);
    } finally {
      lock.unlock();
    }
  }

  private ResetRun resetOnce(ExecutionRef ref, ResetRequest body, ResetMark mark) {
    WorkflowExecutionInfo latest =
        executions
            .describe(new ExecutionRef(ref.namespace(), ref.workflowId(), null))
            .getWorkflowExecutionInfo();
    ExecutionRef run = ref.atRun(latest.getExecution().getRunId());
    return history
        .madeBefore(run, latest.getFirstRunId(), mark)
        .map(made ->
            CommandMapper.toResetRun(made, executions.describe(made).getWorkflowExecutionInfo()))
        .orElseGet(() -> resetNow(ref, body, mark));
  }

  private ResetRun resetNow(ExecutionRef ref, ResetRequest body, @Nullable ResetMark mark) {
    WorkflowExecutionInfo info = executions.describe(ref).getWorkflowExecutionInfo();
    ExecutionRef run = ref.atRun(info.getExecution().getRunId());
    NamespaceConnection connection = connections.namespace(ref.namespace());
    long eventId = history.eventId(run, body, info);
    try {
      String runId =
          connection
              .call(
                  WorkflowServiceBlockingStub::resetWorkflowExecution,
                  CommandMapper.toReset(run, body, eventId, mark, connection.identity()),
                  WORKFLOW_NOT_FOUND)
              .getRunId();
      return CommandMapper.toResetRun(ref.atRun(runId), info);
    } catch (TemporalException refused) {
      throw refused.about(run.workflowId(), run.runId());
    }
  }

  private static void check(ResetRequest body) {
    if ((body.workflowTaskFinishEventId() == null) == (body.type() == null)) {
      String detail = "Name either the event (workflowTaskFinishEventId) or the type.";
      throw RefusedException.invalid(
          List.of(
              Violation.at("/workflowTaskFinishEventId", detail), Violation.at("/type", detail)));
    }
    if ((body.type() == ResetPoint.BUILD_ID) == (body.buildId() == null)) {
      throw RefusedException.invalid(
          Violation.at("/buildId", "The buildId goes with the type BUILD_ID."));
    }
  }
}
