package io.github.temporalgateway.history;

import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_NOT_FOUND;

import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.kernel.Cost;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.github.temporalgateway.web.Links;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What has happened to executions, and what happens. */
@RestController
@RequestMapping({
  "/workflows/{workflowId}/history",
  "/namespaces/{namespace}/workflows/{workflowId}/history"
})
@Order(4)
@Tag(name = "History", description = "Read and follow Event Histories.")
class HistoryController {

  private final EventPages pages;
  private final EventStreams streams;

  HistoryController(EventPages pages, EventStreams streams) {
    this.pages = pages;
    this.streams = streams;
  }

  /**
   * Reads the Event History of a run, in pages. A page may be shorter than {@code pageSize} and not
   * the last one when {@code eventType} leaves out most events.
   *
   * @param reverse whether to begin with the last event
   * @param types only events of these types, such as {@code WORKFLOW_EXECUTION_SIGNALED}, repeated
   *     or separated by commas; all when absent
   */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Cost(Cost.SEARCH)
  @Operation(operationId = "getWorkflowHistory", summary = "Get an Event History")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "A page.", headers = @Header(name = "Link"))
  @Problems(WORKFLOW_NOT_FOUND)
  ResponseEntity<EventPage> page(
      ExecutionRef ref,
      PageRequest page,
      @RequestParam(name = "reverse", defaultValue = "false") boolean reverse,
      @RequestParam(name = EventTypes.PARAMETER, defaultValue = "") List<String> types,
      Links links) {
    EventTypes wanted = EventTypes.of(types);
    return HistoryAnswers.toPage(
        pages.page(ref, page, wanted, reverse), page, types, reverse, links);
  }

  /**
   * Streams the Event History and goes on as events happen, until the execution is over. Without
   * {@code runId} it begins with the latest run and follows continuations and retries.
   *
   * <p>The id of an event is {@code <runId>/<eventId>}, because each run counts from 1. Sent back
   * as {@code Last-Event-ID} or {@code after} it is where another stream goes on, from any replica,
   * with nothing missing and nothing twice. After the last event the answer is 204, which is what
   * ends an {@code EventSource}. At least every 15 seconds there is a sign of life: a comment, or
   * an empty line. A stream that breaks off has an event {@code problem}, or the line {@code
   * {"problem": {…}}}, at its end.
   *
   * @param after go on after this event: {@code <runId>/<eventId>}, or only its number in the run
   *     that is named or else the latest; {@code <runId>/0} begins with that run
   * @param lastEventId the same, as browsers send it; has precedence
   * @param types only events of these types, repeated or separated by commas; all when absent
   */
  @GetMapping(
      path = "/events",
      produces = {MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
  @Cost(Cost.SEARCH)
  @Operation(operationId = "streamWorkflowHistory", summary = "Follow an execution's events")
  @Allow(Right.READ)
  @ApiResponse(
      responseCode = "200",
      description = "The events.",
      content = {
        @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")),
        @Content(
            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
            schema = @Schema(implementation = WorkflowEvent.class))
      })
  @ApiResponse(
      responseCode = "204",
      description = "Nothing comes after this event any more.",
      content = @Content)
  @Problems(WORKFLOW_NOT_FOUND)
  ResponseEntity<EventStream> stream(
      ExecutionRef ref,
      @RequestParam(name = "after", required = false) @Nullable String after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @RequestParam(name = EventTypes.PARAMETER, defaultValue = "") List<String> types,
      CallerWatch caller) {
    EventTypes wanted = EventTypes.of(types);
    EventPosition position = EventPosition.of(ref, lastEventId, after);
    return HistoryAnswers.toStream(ref, streams.open(ref, position, wanted, caller));
  }

  /** Answers HEAD like GET without waiting for events that nobody is going to see. */
  @Hidden
  @Allow(value = Right.READ, operation = "streamWorkflowHistory")
  @RequestMapping(
      path = "/events",
      method = RequestMethod.HEAD,
      produces = {MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
  ResponseEntity<Void> streamHead(
      ExecutionRef ref,
      @RequestParam(name = "after", required = false) @Nullable String after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @RequestParam(name = EventTypes.PARAMETER, defaultValue = "") List<String> types) {
    EventTypes wanted = EventTypes.of(types);
    EventPosition position = EventPosition.of(ref, lastEventId, after);
    return HistoryAnswers.toHead(ref, streams.open(ref, position, wanted, CallerWatch.NEVER));
  }
}
