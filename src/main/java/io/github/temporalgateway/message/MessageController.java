package io.github.temporalgateway.message;

import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.NO_WORKER;
import static io.github.temporalgateway.problem.ProblemCode.QUERY_FAILED;
import static io.github.temporalgateway.problem.ProblemCode.QUERY_REJECTED;
import static io.github.temporalgateway.problem.ProblemCode.UNKNOWN_HANDLER;
import static io.github.temporalgateway.problem.ProblemCode.UPDATE_FAILED;
import static io.github.temporalgateway.problem.ProblemCode.UPDATE_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.UPDATE_REJECTED;
import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_CLOSED;
import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_NOT_FOUND;

import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.JsonBody;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.github.temporalgateway.web.Links;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Talking to executions. */
@RestController
@RequestMapping({"/workflows/{workflowId}", "/namespaces/{namespace}/workflows/{workflowId}"})
@Order(2)
@Tag(name = "Messages", description = "Send Signals, Queries and Updates.")
class MessageController {

  private final Signals signals;
  private final Queries queries;
  private final Updates updates;
  private final Handlers handlers;

  MessageController(Signals signals, Queries queries, Updates updates, Handlers handlers) {
    this.signals = signals;
    this.queries = queries;
    this.updates = updates;
    this.handlers = handlers;
  }

  /**
   * Sends a Signal. Temporal takes it whether or not the Workflow handles it, unless {@code strict}
   * is set.
   *
   * @param name name of the Signal
   * @param strict whether to ask a Worker first if the Workflow handles the Signal
   */
  @PostMapping("/signals/{name}")
  @Operation(operationId = "signalWorkflow", summary = "Send a Signal")
  @Allow(Right.WRITE)
  @ApiResponse(responseCode = "202", description = "Temporal has it.")
  @Problems({WORKFLOW_NOT_FOUND, UNKNOWN_HANDLER, WORKFLOW_CLOSED, NO_WORKER})
  ResponseEntity<Void> signal(
      ExecutionRef ref,
      @PathVariable("name") String name,
      @RequestBody(required = false) @Nullable MessageRequest body,
      @RequestParam(name = "strict", required = false) @Nullable Boolean strict,
      @Nullable IdempotencyKey key,
      CallerHeaders caller) {
    signals.send(
        ref, PathId.decode("name", name), MessageRequest.orEmpty(body), key, caller, strict);
    return MessageAnswers.accepted(ref);
  }

  /**
   * Asks a Query. A Worker answers it, also for an execution that has closed.
   *
   * @param name name of the Query
   * @param reject in which statuses the Query is not to be answered
   */
  @PostMapping(
      path = "/queries/{name}",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        JsonBody.ENVELOPE_TYPE
      })
  @Operation(operationId = "queryWorkflow", summary = "Ask a Query")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "What the Query returned.")
  @Problems({
    WORKFLOW_NOT_FOUND,
    UNKNOWN_HANDLER,
    QUERY_REJECTED,
    CONFLICT,
    QUERY_FAILED,
    NO_WORKER
  })
  ResponseEntity<?> query(
      ExecutionRef ref,
      @PathVariable("name") String name,
      @RequestBody(required = false) @Nullable MessageRequest body,
      @RequestParam(name = "rejectCondition", required = false) @Nullable RejectCondition reject,
      CallerHeaders caller,
      CallerWatch watch,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false)
          @Nullable List<MediaType> accept) {
    return MessageAnswers.toResult(
        ref,
        queries.ask(
            ref, PathId.decode("name", name), MessageRequest.orEmpty(body), reject, caller, watch),
        accept);
  }

  /**
   * Asks a Query that takes no arguments.
   *
   * @param name name of the Query
   * @param reject in which statuses the Query is not to be answered
   */
  @GetMapping(
      path = "/queries/{name}",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        JsonBody.ENVELOPE_TYPE
      })
  @Operation(operationId = "getWorkflowQuery", summary = "Ask a Query without arguments")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "What the Query returned.")
  @Problems({
    WORKFLOW_NOT_FOUND,
    UNKNOWN_HANDLER,
    QUERY_REJECTED,
    CONFLICT,
    QUERY_FAILED,
    NO_WORKER
  })
  ResponseEntity<?> query(
      ExecutionRef ref,
      @PathVariable("name") String name,
      @RequestParam(name = "rejectCondition", required = false) @Nullable RejectCondition reject,
      CallerHeaders caller,
      CallerWatch watch,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false)
          @Nullable List<MediaType> accept) {
    return query(ref, name, null, reject, caller, watch, accept);
  }

  /**
   * Sends an Update, waits until the Workflow accepts it, and with {@code Prefer: wait} until it
   * returns.
   *
   * @param name name of the Update
   */
  @PostMapping(
      path = "/updates/{name}",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        JsonBody.ENVELOPE_TYPE
      })
  @Operation(operationId = "updateWorkflow", summary = "Send an Update")
  @Allow(Right.WRITE)
  @ApiResponse(responseCode = "200", description = "What the Update returned.")
  @ApiResponse(
      responseCode = "202",
      description = "Accepted; the Workflow works on it.",
      headers = {@Header(name = "Location"), @Header(name = "Retry-After")},
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = UpdateHandle.class)))
  @Problems({
    WORKFLOW_NOT_FOUND,
    UNKNOWN_HANDLER,
    WORKFLOW_CLOSED,
    CONFLICT,
    UPDATE_REJECTED,
    UPDATE_FAILED,
    NO_WORKER
  })
  ResponseEntity<?> update(
      ExecutionRef ref,
      @PathVariable("name") String name,
      @RequestBody(required = false) @Nullable UpdateRequest body,
      @Nullable IdempotencyKey key,
      CallerHeaders caller,
      Wait wait,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable List<MediaType> accept,
      Links links) {
    return MessageAnswers.toUpdate(
        updates.send(
            ref, PathId.decode("name", name), UpdateRequest.orEmpty(body), key, caller, wait),
        accept,
        links);
  }

  /**
   * Answers with what an Update returned; with {@code Prefer: wait} as soon as it is there.
   *
   * @param updateId id of the Update
   */
  @GetMapping(
      path = "/updates/{updateId}/result",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        JsonBody.ENVELOPE_TYPE
      })
  @Operation(operationId = "getUpdateResult", summary = "Get the result of an Update")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "What the Update returned.")
  @ApiResponse(
      responseCode = "202",
      description = "Accepted; the Workflow works on it.",
      headers = {@Header(name = "Location"), @Header(name = "Retry-After")},
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = UpdateHandle.class)))
  @Problems({WORKFLOW_NOT_FOUND, UPDATE_NOT_FOUND, UPDATE_FAILED})
  ResponseEntity<?> updateResult(
      ExecutionRef ref,
      @PathVariable("updateId") String updateId,
      Wait wait,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable List<MediaType> accept,
      Links links) {
    return MessageAnswers.toUpdate(
        updates.result(ref, PathId.decode("updateId", updateId), wait), accept, links);
  }

  /** Lists the names of the Signals, Queries and Updates; a Worker is asked for them. */
  @GetMapping(path = "/handlers", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listWorkflowHandlers",
      summary = "List the messages that a Workflow handles")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "What it handles.")
  @Problems({WORKFLOW_NOT_FOUND, CONFLICT, QUERY_FAILED, NO_WORKER})
  WorkflowHandlers handlers(ExecutionRef ref, CallerWatch watch) {
    return handlers.of(ref, watch);
  }
}
