package io.github.temporalgateway.workflow;

import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_ALREADY_STARTED;
import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_NOT_FOUND;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Starts that happen once for each Idempotency-Key, whatever replica gets the retry and when. */
@Component
class IdempotentStarts {

  private final StartCalls calls;
  private final Executions executions;

  IdempotentStarts(StartCalls calls, Executions executions) {
    this.calls = calls;
    this.executions = executions;
  }

  /**
   * A first try that can only start something new or meet the run that this key started or was
   * attached to; only then the one with the caller's policies, which may meet the runs of others.
   */
  StartedRun start(PreparedStart start, IdempotencyMemo memo) {
    PreparedStart careful =
        start.with(
            start.request().toBuilder()
                .setWorkflowIdReusePolicy(
                    WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .setWorkflowIdConflictPolicy(
                    WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                .build());
    try {
      return verified(
          careful,
          calls.call(careful),
          memo,
          start.signal() == null ? StartedRun.How.REPLAYED : StartedRun.How.ATTACHED);
    } catch (TemporalException refused) {
      if (refused.code() != WORKFLOW_ALREADY_STARTED) {
        throw refused;
      }
    }
    return replay(start, memo)
        .orElseGet(() -> verified(start, calls.call(start), memo, StartedRun.How.ATTACHED));
  }

  /**
   * The run that an earlier start with this key made.
   *
   * @throws RefusedException 422 {@code idempotency-conflict} when that start was another one
   */
  Optional<StartedRun> replay(PreparedStart start, IdempotencyMemo memo) {
    DescribeWorkflowExecutionResponse found;
    try {
      found = firstOfChain(start.ref());
    } catch (GatewayException unknown) {
      if (unknown.code() == WORKFLOW_NOT_FOUND) {
        return Optional.empty();
      }
      throw unknown;
    }
    return memoOf(found)
        .filter(memo::hasKeyOf)
        .map(earlier -> replayed(start, found, earlier, memo));
  }

  /**
   * Tells the run that this attempt started from the one that an earlier attempt started.
   *
   * @param otherwise how the caller came by a run that no start with this key started
   */
  private StartedRun verified(
      PreparedStart start,
      StartWorkflowExecutionResponse response,
      IdempotencyMemo memo,
      StartedRun.How otherwise) {
    DescribeWorkflowExecutionResponse found =
        executions.describe(start.ref().atRun(response.getRunId()));
    return memoOf(found)
        .filter(memo::hasKeyOf)
        .map(known ->
            known.attempt().equals(memo.attempt())
                ? StartMapper.toStarted(start, response, StartedRun.How.STARTED)
                : replayed(start, found, known, memo))
        .orElseGet(() -> StartMapper.toStarted(start, response, otherwise));
  }

  /** The run that a start made, though it may have gone on as others since. */
  private DescribeWorkflowExecutionResponse firstOfChain(ExecutionRef ref) {
    DescribeWorkflowExecutionResponse latest = executions.describe(ref);
    WorkflowExecutionInfo info = latest.getWorkflowExecutionInfo();
    String first = info.getFirstRunId();
    if (first.isEmpty() || first.equals(info.getExecution().getRunId())) {
      return latest;
    }
    try {
      return executions.describe(ref.atRun(first));
    } catch (GatewayException gone) {
      if (gone.code() != WORKFLOW_NOT_FOUND) {
        throw gone;
      }
      return latest;
    }
  }

  private static StartedRun replayed(
      PreparedStart start,
      DescribeWorkflowExecutionResponse found,
      IdempotencyMemo earlier,
      IdempotencyMemo memo) {
    if (!earlier.request().equals(memo.request())) {
      throw new RefusedException(
              ProblemCode.IDEMPOTENCY_CONFLICT,
              "The Idempotency-Key has started this execution with another request.")
          .about(
              start.request().getWorkflowId(),
              found.getWorkflowExecutionInfo().getExecution().getRunId());
    }
    return StartMapper.toReplayed(start, found);
  }

  private static Optional<IdempotencyMemo> memoOf(DescribeWorkflowExecutionResponse found) {
    return IdempotencyMemo.in(found.getWorkflowExecutionInfo().getMemo());
  }
}
