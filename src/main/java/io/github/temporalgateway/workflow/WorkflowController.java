package io.github.temporalgateway.workflow;

import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.IDEMPOTENCY_CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.NO_WORKER;
import static io.github.temporalgateway.problem.ProblemCode.UNKNOWN_HANDLER;
import static io.github.temporalgateway.problem.ProblemCode.UPDATE_FAILED;
import static io.github.temporalgateway.problem.ProblemCode.UPDATE_REJECTED;
import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_ALREADY_STARTED;
import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_CANCELED;
import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_FAILED;
import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_TERMINATED;
import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_TIMED_OUT;

import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.JsonBody;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.github.temporalgateway.web.ExecutionHeaders;
import io.github.temporalgateway.web.Links;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
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
@Order(1)
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

  /**
   * Starts an execution, and with {@code Prefer: wait} waits for its result. With {@code signal} or
   * {@code update} it is sent in the same step, to the execution that is open already, else to the
   * new one.
   */
  @PostMapping(
      consumes = {MediaType.APPLICATION_JSON_VALUE, JsonBody.ENVELOPE_TYPE},
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "startWorkflow",
      summary = "Start a Workflow Execution",
      parameters = @Parameter(name = "Prefer", in = ParameterIn.HEADER, example = "wait=10"))
  @Allow(value = Right.WRITE, asksPolicies = true)
  @ApiResponse(
      responseCode = "200",
      description =
          "Completed within the wait, then with `result`; or an execution that was there before."
              + " With `update`: what the Update returned.",
      headers = {
        @Header(name = "Idempotent-Replayed"),
        @Header(name = "Temporal-Workflow-Started")
      },
      content = @Content(schema = @Schema(implementation = WorkflowHandle.class)))
  @ApiResponse(
      responseCode = "201",
      description = "Started.",
      headers = @Header(name = "Location"),
      content = @Content(schema = @Schema(implementation = WorkflowHandle.class)))
  @ApiResponse(
      responseCode = "202",
      description =
          "Still running when the wait ended. With `update`: accepted, and the Workflow works on"
              + " it.",
      headers = {
        @Header(name = "Location"),
        @Header(name = "Retry-After"),
        @Header(name = "Idempotent-Replayed"),
        @Header(name = "Temporal-Workflow-Started")
      },
      content = @Content(schema = @Schema(implementation = WorkflowHandle.class)))
  @Problems({
    WORKFLOW_ALREADY_STARTED,
    CONFLICT,
    IDEMPOTENCY_CONFLICT,
    UNKNOWN_HANDLER,
    UPDATE_REJECTED,
    UPDATE_FAILED,
    WORKFLOW_FAILED,
    WORKFLOW_CANCELED,
    WORKFLOW_TERMINATED,
    WORKFLOW_TIMED_OUT,
    NO_WORKER
  })
  Object start(
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
        : outcomes
            .ofStarted(started.run(), wait)
            .thenApply(ending -> WorkflowAnswers.toStart(started, ending, links));
  }

  /**
   * Tells the state of an execution. With {@code If-None-Match} and {@code Prefer: wait} it waits
   * until the state is another one.
   *
   * @param known the ETag of a former answer, or several, or {@code *}
   */
  @GetMapping(path = "/{workflowId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "describeWorkflow", summary = "Describe a Workflow Execution")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "Its state.", headers = @Header(name = "ETag"))
  @ApiResponse(
      responseCode = "304",
      description = "Its state is still the one that `If-None-Match` names.",
      headers = @Header(name = "ETag"),
      content = @Content)
  @Problems(WORKFLOW_NOT_FOUND)
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

  /**
   * Answers with what the Workflow returned, in the body and nothing else; with {@code Prefer:
   * wait} as soon as it is there. Without {@code runId} retries and continuations are followed.
   */
  @GetMapping(
      path = "/{workflowId}/result",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        JsonBody.ENVELOPE_TYPE
      })
  @Operation(operationId = "getWorkflowResult", summary = "Get the result of a Workflow")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "What the Workflow returned.")
  @ApiResponse(
      responseCode = "202",
      description = "Still running.",
      headers = {@Header(name = "Location"), @Header(name = "Retry-After")},
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = WorkflowHandle.class)))
  @ApiResponse(
      responseCode = "303",
      description = "The run that `runId` names went on as another one.",
      headers = @Header(name = "Location"),
      content = @Content)
  @Problems({
    WORKFLOW_NOT_FOUND,
    WORKFLOW_FAILED,
    WORKFLOW_CANCELED,
    WORKFLOW_TERMINATED,
    WORKFLOW_TIMED_OUT
  })
  Object result(
      ExecutionRef ref,
      Wait wait,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable List<MediaType> accept,
      Links links) {
    List<MediaType> accepted = accept == null ? List.of() : accept;
    return outcomes
        .of(ref, wait)
        .thenApply(ending -> WorkflowAnswers.toResult(ending, accepted, links));
  }

  /**
   * Tells how an execution closed, whether well or not, so that a failure is an answer and no
   * error.
   */
  @GetMapping(path = "/{workflowId}/outcome", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "getWorkflowOutcome", summary = "Get how a Workflow closed")
  @Allow(Right.READ)
  @ApiResponse(
      responseCode = "200",
      description = "How it closed.",
      content = @Content(schema = @Schema(implementation = WorkflowOutcome.class)))
  @ApiResponse(
      responseCode = "202",
      description = "Still running.",
      headers = @Header(name = "Retry-After"),
      content = @Content(schema = @Schema(implementation = WorkflowOutcome.class)))
  @Problems(WORKFLOW_NOT_FOUND)
  Object outcome(ExecutionRef ref, Wait wait, Links links) {
    return outcomes
        .of(ref, wait)
        .thenApply(ending -> WorkflowAnswers.toOutcome(ending, endings.toOutcome(ending, links)));
  }
}
