package io.github.temporalgateway.workflow;

import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a start gets when the caller leaves it out. */
@Component
class StartDefaults {

  private final DefaultsProperties defaults;
  private final WorkflowProperties workflows;
  private final InstantSource clock;

  StartDefaults(DefaultsProperties defaults, WorkflowProperties workflows, InstantSource clock) {
    this.defaults = defaults;
    this.workflows = workflows;
    this.clock = clock;
  }

  String taskQueue(StartWorkflowRequest body) {
    String taskQueue = body.taskQueue() == null ? defaults.taskQueue() : body.taskQueue();
    if (taskQueue.isBlank()) {
      throw invalid(
          "/taskQueue",
          "No Task Queue: neither the request, nor the catalog's entry of the Workflow Type, nor"
              + " the setting gateway.defaults.task-queue names one.");
    }
    return Identifiers.check("/taskQueue", taskQueue);
  }

  String workflowId(
      NamespaceName namespace, StartWorkflowRequest body, @Nullable IdempotencyKey key) {
    if (body.workflowId() != null) {
      return Identifiers.check("/workflowId", body.workflowId());
    }
    if (workflows.requireId()) {
      throw invalid("/workflowId", "The workflowId is required (gateway.workflows.require-id).");
    }
    return key == null
        ? WorkflowIds.random(clock.instant())
        : WorkflowIds.of(namespace, body.workflowType(), key);
  }

  private static RefusedException invalid(String pointer, String detail) {
    return RefusedException.invalid(Violation.at(pointer, detail));
  }
}
