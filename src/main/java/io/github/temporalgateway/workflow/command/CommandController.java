package io.github.temporalgateway.workflow.command;

import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.IDEMPOTENCY_CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;
import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_CLOSED;
import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_NOT_FOUND;

import io.github.temporalgateway.kernel.Cost;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.github.temporalgateway.web.ExecutionHeaders;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.web.WorkflowLinks;
import io.github.temporalgateway.workflow.WorkflowHandle;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Interfering with executions. */
@RestController
@RequestMapping({"/workflows/{workflowId}", "/namespaces/{namespace}/workflows/{workflowId}"})
@Order(3)
@Tag(name = "Commands", description = "Cancel, terminate, reset, pause and delete executions.")
class CommandController {

  private final Commands commands;
  private final Resets resets;

  CommandController(Commands commands, Resets resets) {
    this.commands = commands;
    this.resets = resets;
  }

  /** Asks the Workflow to end; it decides itself how and when. Asking again does no harm. */
  @PostMapping("/cancel")
  @Operation(operationId = "cancelWorkflow", summary = "Request cancellation")
  @Allow(Right.WRITE)
  @ApiResponse(responseCode = "202", description = "Requested.")
  @Problems({WORKFLOW_NOT_FOUND, WORKFLOW_CLOSED})
  ResponseEntity<Void> cancel(
      ExecutionRef ref, @RequestBody(required = false) @Nullable ReasonRequest body) {
    commands.cancel(ref, ReasonRequest.of(body));
    return ResponseEntity.accepted().headers(ExecutionHeaders.of(ref)).build();
  }

  /** Ends an execution at once. Its code does not run any more, not even to clean up. */
  @PostMapping("/terminate")
  @Operation(operationId = "terminateWorkflow", summary = "Terminate")
  @Allow(Right.WRITE)
  @ApiResponse(responseCode = "204", description = "Terminated.")
  @Problems({WORKFLOW_NOT_FOUND, WORKFLOW_CLOSED})
  ResponseEntity<Void> terminate(
      ExecutionRef ref, @RequestBody(required = false) @Nullable TerminateRequest body) {
    commands.terminate(ref, body);
    return done(ref);
  }

  /**
   * Ends the run and starts a new one that begins with the history up to a point. Signals and
   * Updates that came later are applied to it again, unless they are excluded.
   */
  @PostMapping(path = "/reset", produces = MediaType.APPLICATION_JSON_VALUE)
  @Cost(Cost.SEARCH)
  @Operation(operationId = "resetWorkflow", summary = "Reset to an earlier point")
  @Allow(Right.WRITE)
  @ApiResponse(
      responseCode = "201",
      description = "Reset. The handle is that of the new run.",
      headers = {@Header(name = "Location"), @Header(name = "Idempotent-Replayed")})
  @Problems({WORKFLOW_NOT_FOUND, CONFLICT, IDEMPOTENCY_CONFLICT})
  ResponseEntity<WorkflowHandle> reset(
      ExecutionRef ref,
      @Valid @RequestBody ResetRequest body,
      @Nullable IdempotencyKey key,
      Links links) {
    ResetRun reset = resets.reset(ref, body, key);
    ExecutionRef run = reset.run();
    HttpHeaders headers = ExecutionHeaders.of(run, reset.status());
    if (reset.replayed()) {
      headers.set("Idempotent-Replayed", "true");
    }
    return ResponseEntity.created(URI.create(links.workflow(run)))
        .headers(headers)
        .body(
            new WorkflowHandle(
                run.namespace().value(),
                run.workflowId(),
                run.runIdOrEmpty(),
                reset.firstRunId(),
                reset.workflowType(),
                reset.taskQueue(),
                reset.status(),
                !reset.replayed(),
                null,
                WorkflowLinks.of(run, links)));
  }

  /** Stops handing out tasks of the execution, until it is unpaused. */
  @PostMapping("/pause")
  @Operation(operationId = "pauseWorkflow", summary = "Pause")
  @Allow(Right.WRITE)
  @ApiResponse(responseCode = "204", description = "Paused.")
  @Problems({WORKFLOW_NOT_FOUND, WORKFLOW_CLOSED, CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> pause(
      ExecutionRef ref, @RequestBody(required = false) @Nullable ReasonRequest body) {
    commands.pause(ref, ReasonRequest.of(body));
    return done(ref);
  }

  /** Goes on handing out tasks of the execution. */
  @PostMapping("/unpause")
  @Operation(operationId = "unpauseWorkflow", summary = "Unpause")
  @Allow(Right.WRITE)
  @ApiResponse(responseCode = "204", description = "Unpaused.")
  @Problems({WORKFLOW_NOT_FOUND, WORKFLOW_CLOSED, CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> unpause(
      ExecutionRef ref, @RequestBody(required = false) @Nullable ReasonRequest body) {
    commands.unpause(ref, ReasonRequest.of(body));
    return done(ref);
  }

  /** Changes options of an execution; what is left out stays as it is. */
  @PatchMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "updateWorkflowOptions", summary = "Change options")
  @Allow(Right.WRITE)
  @ApiResponse(responseCode = "200", description = "The options that are now in force.")
  @Problems({WORKFLOW_NOT_FOUND, WORKFLOW_CLOSED, CONFLICT, NOT_SUPPORTED})
  ResponseEntity<ExecutionOptions> options(
      ExecutionRef ref, @Valid @RequestBody OptionsRequest body) {
    ExecutionOptions options = commands.change(ref, body);
    return ResponseEntity.ok().headers(ExecutionHeaders.of(ref)).body(options);
  }

  /** Deletes an execution with its history, a moment later; one that is open is terminated. */
  @DeleteMapping
  @Operation(operationId = "deleteWorkflow", summary = "Delete")
  @Allow(Right.WRITE)
  @ApiResponse(responseCode = "202", description = "Will be deleted.")
  @Problems(WORKFLOW_NOT_FOUND)
  ResponseEntity<Void> delete(ExecutionRef ref) {
    commands.delete(ref);
    return ResponseEntity.accepted().headers(ExecutionHeaders.of(ref)).build();
  }

  private static ResponseEntity<Void> done(ExecutionRef ref) {
    return ResponseEntity.noContent().headers(ExecutionHeaders.of(ref)).build();
  }
}
