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
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes executions back to an earlier point of their history. */
@Service
class Resets {

  private final TemporalConnections connections;
  private final Executions executions;
  private final ResetHistory history;
  private final ConcurrentMap<ResetKey, ReentrantLock> inFlight = new ConcurrentHashMap<>();

  Resets(TemporalConnections connections, Executions executions, ResetHistory history) {
    this.connections = connections;
    this.executions = executions;
    this.history = history;
  }

  /**
   * Resets an execution, once for each key: Temporal 1.32 does not know a reset's request id again,
   * so the reason of the reset, which its history keeps, names the key. Calls with one key that
   * reach this replica at the same time go one after the other.
   */
  ResetRun reset(ExecutionRef ref, ResetRequest body, @Nullable IdempotencyKey key) {
    check(body);
    if (key == null) {
      return resetLatest(ref, body, null);
    }
    ResetKey call = new ResetKey(ref, key);
    ReentrantLock lock = inFlight.computeIfAbsent(call, _ -> new ReentrantLock());
    lock.lock();
    try {
      return resetLatest(ref, body, key);
    } finally {
      lock.unlock();
      if (!lock.hasQueuedThreads()) {
        inFlight.remove(call, lock);
      }
    }
  }

  private ResetRun resetLatest(ExecutionRef ref, ResetRequest body, @Nullable IdempotencyKey key) {
    WorkflowExecutionInfo info = executions.describe(ref).getWorkflowExecutionInfo();
    ExecutionRef run = ref.atRun(info.getExecution().getRunId());
    if (key != null && history.wasMadeBy(run, info, key)) {
      return new ResetRun(run, true);
    }
    NamespaceConnection connection = connections.namespace(ref.namespace());
    long eventId = history.eventId(run, body, info);
    try {
      String runId =
          connection
              .call(
                  WorkflowServiceBlockingStub::resetWorkflowExecution,
                  CommandMapper.toReset(run, body, eventId, key, connection.identity()),
                  WORKFLOW_NOT_FOUND)
              .getRunId();
      return new ResetRun(ref.atRun(runId), false);
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

  private record ResetKey(ExecutionRef ref, IdempotencyKey key) {}
}
