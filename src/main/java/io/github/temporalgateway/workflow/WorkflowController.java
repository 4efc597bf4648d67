package io.github.temporalgateway.workflow;

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
import org.springframework.http.CacheControl;
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
  private final StartsWithUpdate startsWithUpdate;
  private final Outcomes outcomes;
  private final Descriptions descriptions;
  private final EndingMapper endings;

  WorkflowController(
      Workflows workflows,
      StartsWithUpdate startsWithUpdate,
      Outcomes outcomes,
      Descriptions descriptions,
      EndingMapper endings) {
    this.workflows = workflows;
    this.startsWithUpdate = startsWithUpdate;
    this.outcomes = outcomes;
    this.descriptions = descriptions;
    this.endings = endings;
  }

  @PostMapping(
      consumes = {MediaType.APPLICATION_JSON_VALUE, JsonBody.ENVELOPE_TYPE},
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "startWorkflow", summary = "Start a Workflow Execution")
  ResponseEntity<?> start(
      NamespaceName namespace,
      @Valid @RequestBody StartWorkflowRequest body,
      @Nullable IdempotencyKey key,
      Wait wait,
      CallerHeaders caller,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable List<MediaType> accept,
      Links links) {
    PreparedStart prepared = workflows.prepare(namespace, body, key, caller);
    if (body.update() != null) {
      List<MediaType> accepted = accept == null ? List.of() : accept;
      return startsWithUpdate.start(prepared, body.update(), caller, wait, accepted, links);
    }
    StartedRun started = workflows.start(prepared, links);
    return wait.none()
        ? WorkflowAnswers.toStart(started, links)
        : WorkflowAnswers.toStart(started, outcomes.ofStarted(started.run(), wait), links);
  }

  @GetMapping(path = "/{workflowId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "describeWorkflow", summary = "Describe a Workflow Execution")
  ResponseEntity<WorkflowDescription> describe(
      ExecutionRef ref,
      Wait wait,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
      Links links) {
    Descriptions.Described described = descriptions.of(ref, known, wait, links);
    WorkflowDescription body = described.body();
    return ResponseEntity.ok()
        .headers(ExecutionHeaders.of(ref.atRun(body.runId()), body.status()))
        .eTag(described.etag())
        .cacheControl(CacheControl.noCache())
        .body(body);
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
