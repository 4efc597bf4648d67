package io.github.temporalgateway.visibility;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.security.Permit;
import io.github.temporalgateway.waiting.HeldCalls;
import io.github.temporalgateway.web.JsonLines;
import io.github.temporalgateway.workflow.Outcomes;
import org.springframework.stereotype.Service;

/** Collects the results of many executions. */
@Service
class WorkflowResults {

  private final WorkflowLists lists;
  private final Outcomes outcomes;
  private final HeldCalls held;

  WorkflowResults(WorkflowLists lists, Outcomes outcomes, HeldCalls held) {
    this.lists = lists;
    this.outcomes = outcomes;
    this.held = held;
  }

  /**
   * One line for each execution, in the order of the list. Finds the first of them at once, so that
   * a query which Temporal refuses does not become the first line.
   */
  JsonLines<WorkflowResultLine> of(NamespaceName namespace, String query) {
    // Pages are read while the answer is written.
    String narrowed = Permit.current().narrow(query);
    ResultLines.Pages pages =
        token ->
            lists.find(
                namespace,
                VisibilityMapper.toList(namespace, narrowed, ResultLines.PAGE_SIZE, token));
    return new ResultLines(namespace, pages, pages.page(ByteString.EMPTY), outcomes, held);
  }
}
