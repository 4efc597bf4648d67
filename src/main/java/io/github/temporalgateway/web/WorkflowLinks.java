package io.github.temporalgateway.web;

import io.github.temporalgateway.kernel.ExecutionRef;

/**
 * Where to go on from an execution; absolute paths, with the ids in canonical form.
 *
 * @param self its description
 * @param result its result
 * @param outcome how it closed
 * @param history its Event History
 */
public record WorkflowLinks(String self, String result, String outcome, String history) {

  /** The links of a run. */
  public static WorkflowLinks of(ExecutionRef run, Links links) {
    return new WorkflowLinks(
        links.workflow(run),
        links.workflow(run, "/result"),
        links.workflow(run, "/outcome"),
        links.workflow(run, "/history"));
  }
}
