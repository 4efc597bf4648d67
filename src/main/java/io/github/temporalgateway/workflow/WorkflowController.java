package io.github.temporalgateway.workflow;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.JsonBody;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.web.ExecutionHeaders;
import io.github.temporalgateway.web.Links;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Starting executions, looking at them and getting their results. */
@RestController
@RequestMapping({"/workflows", "/namespaces/{namespace}/workflows"})
@Tag(name = "Workflows", description = "Start Workflow Executions and get their results.")
class WorkflowController {

  private final Workflows workflows;
  private final Executions executions;
  private final Outcomes outcomes;
  private final DescriptionMapper descriptions;
  private final EndingMapper endings;

  WorkflowController(
      Workflows workflows,
      Executions executions,
      Outcomes outcomes,
      DescriptionMapper descriptions,
      EndingMapper endings) {
    this.workflows = workflows;
    this.executions = executions;
    this.outcomes = outcomes;
    this.descriptions = descriptions;
    this.endings = endings;
  }

  @PostMapping(
      consumes = {MediaType.APPLICATION_JSON_VALUE, JsonBody.ENVELOPE_TYPE},
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "startWorkflow", summary = "Start a Workflow Execution")
  ResponseEntity<WorkflowHandle> start(
      NamespaceName namespace,
      @Valid @RequestBody StartWorkflowRequest body,
      @Nullable IdempotencyKey key,
      Wait wait,
      CallerHeaders caller,
      Links links) {
    StartedRun started = workflows.start(namespace, body, key, caller, links);
    return wait.none()
        ? WorkflowAnswers.toStart(started, links)
        : WorkflowAnswers.toStart(started, outcomes.ofStarted(started.run(), wait), links);
  }

  @GetMapping(path = "/{workflowId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "describeWorkflow", summary = "Describe a Workflow Execution")
  ResponseEntity<WorkflowDescription> describe(ExecutionRef ref, Links links) {
    WorkflowDescription description =
        descriptions.toDescription(ref, executions.describe(ref), links);
    return ResponseEntity.ok()
        .headers(ExecutionHeaders.of(ref.atRun(description.runId()), description.status()))
        .body(description);
  }

  @GetMapping(
      path = "/{workflowId}/result",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        JsonBody.ENVELOPE_TYPE
      })
  @Operation(operationId = "getWorkflowResult", summary = "Get the result of a Workflow")
  ResponseEntity<?> result(
      ExecutionRef ref,
      Wait wait,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable List<MediaType> accept,
      Links links) {
    return WorkflowAnswers.toResult(
        outcomes.of(ref, wait), accept == null ? List.of() : accept, links);
  }

  @GetMapping(path = "/{workflowId}/outcome", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "getWorkflowOutcome", summary = "Get how a Workflow closed")
  ResponseEntity<WorkflowOutcome> outcome(ExecutionRef ref, Wait wait, Links links) {
    Ending ending = outcomes.of(ref, wait);
    return WorkflowAnswers.toOutcome(ending, endings.toOutcome(ending, links));
  }
}
