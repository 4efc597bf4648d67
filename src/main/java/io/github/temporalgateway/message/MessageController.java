package io.github.temporalgateway.message;

import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.JsonBody;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.web.Links;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  @PostMapping("/signals/{name}")
  @Operation(operationId = "signalWorkflow", summary = "Send a Signal")
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

  @PostMapping(
      path = "/queries/{name}",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        JsonBody.ENVELOPE_TYPE
      })
  @Operation(operationId = "queryWorkflow", summary = "Ask a Query")
  ResponseEntity<?> query(
      ExecutionRef ref,
      @PathVariable("name") String name,
      @RequestBody(required = false) @Nullable MessageRequest body,
      @RequestParam(name = "rejectCondition", required = false) @Nullable RejectCondition reject,
      CallerHeaders caller,
      Wait wait,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false)
          @Nullable List<MediaType> accept) {
    return MessageAnswers.toResult(
        ref,
        queries.ask(
            ref,
            PathId.decode("name", name),
            MessageRequest.orEmpty(body),
            reject,
            caller,
            wait.caller()),
        accept);
  }

  @GetMapping(
      path = "/queries/{name}",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        JsonBody.ENVELOPE_TYPE
      })
  @Operation(operationId = "getWorkflowQuery", summary = "Ask a Query without arguments")
  ResponseEntity<?> query(
      ExecutionRef ref,
      @PathVariable("name") String name,
      @RequestParam(name = "rejectCondition", required = false) @Nullable RejectCondition reject,
      CallerHeaders caller,
      Wait wait,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false)
          @Nullable List<MediaType> accept) {
    return query(ref, name, null, reject, caller, wait, accept);
  }

  @PostMapping(
      path = "/updates/{name}",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        JsonBody.ENVELOPE_TYPE
      })
  @Operation(operationId = "updateWorkflow", summary = "Send an Update")
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

  @GetMapping(
      path = "/updates/{updateId}/result",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        JsonBody.ENVELOPE_TYPE
      })
  @Operation(operationId = "getUpdateResult", summary = "Get the result of an Update")
  ResponseEntity<?> updateResult(
      ExecutionRef ref,
      @PathVariable("updateId") String updateId,
      Wait wait,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable List<MediaType> accept,
      Links links) {
    return MessageAnswers.toUpdate(
        updates.result(ref, PathId.decode("updateId", updateId), wait), accept, links);
  }

  @GetMapping(path = "/handlers", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listWorkflowHandlers", summary = "List the messages it handles")
  WorkflowHandlers handlers(ExecutionRef ref, Wait wait) {
    return handlers.of(ref, wait.caller());
  }
}
