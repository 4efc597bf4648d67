package io.github.temporalgateway.batch;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.github.temporalgateway.security.Permit;
import java.util.List;

/**
 * A batch of what its caller may do to each execution by itself too.
 *
 * @param body the batch; its query finds only executions that policies allow
 * @param batch the permit for the batch
 * @param each the permit for what is done to each execution
 */
record PermittedBatch(NamespaceName namespace, StartBatchRequest body, Permit batch, Permit each) {

  /** Temporal takes no longer lists, unless it is configured otherwise. */
  private static final int MOST_JUDGED = 1000;

  /**
   * The batch, with its query narrowed to executions that policies allow.
   *
   * @throws RefusedException 403 or 422 when that cannot be
   */
  static PermittedBatch of(NamespaceName namespace, StartBatchRequest body) {
    BatchOperation operation = body.operation();
    Permit batch = Permit.current();
    Permit each = batch.doing(BatchType.of(operation.type()).operation());
    if (operation.name() != null) {
      batch = batch.named(operation.name());
      each = each.named(operation.name());
    }
    requireUnbound(operation, batch, each);
    StartBatchRequest narrowed =
        body.query() == null || body.query().isBlank()
            ? body
            : body.withQuery(batch.narrow(body.query(), each));
    return new PermittedBatch(namespace, narrowed, batch, each);
  }

  /** A reset ends the run that has the Workflow Id now, which a batch does not look at. */
  private static void requireUnbound(BatchOperation operation, Permit batch, Permit each) {
    if (BatchType.of(operation.type()) == BatchType.RESET && (batch.isBound() || each.isBound())) {
      throw new RefusedException(
          ProblemCode.PERMISSION_DENIED,
          "A batch of resets may end runs of any Workflow Type, and policies allow some only.");
    }
  }

  /**
   * Judges the runs of a list, which may be gone once the batch has been at work.
   *
   * @throws RefusedException 403, 404 or 422 when one is not allowed
   */
  void requireRuns() {
    if (body.executions() != null && (batch.isBound() || each.isBound())) {
      require(body.executions());
    }
  }

  private void require(List<BatchExecution> executions) {
    if (executions.size() > MOST_JUDGED) {
      throw RefusedException.invalid(
          Violation.at("/executions", "There can be %d at most.".formatted(MOST_JUDGED)));
    }
    for (int i = 0; i < executions.size(); i++) {
      BatchExecution execution = executions.get(i);
      // Which run is the latest may change until the batch comes to it.
      if (execution.runId() == null) {
        throw RefusedException.invalid(
            Violation.at(
                "/executions/" + i + "/runId", "Policies go by the run, so it has to be named."));
      }
      ExecutionRef ref = new ExecutionRef(namespace, execution.workflowId(), execution.runId());
      batch.requireRun(ref);
      each.requireRun(ref);
    }
  }
}
