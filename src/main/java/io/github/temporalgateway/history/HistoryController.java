package io.github.temporalgateway.history;

import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_NOT_FOUND;

import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.web.Links;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading what happened. */
@RestController
@RequestMapping({
  "/workflows/{workflowId}/history",
  "/namespaces/{namespace}/workflows/{workflowId}/history"
})
@Order(4)
@Tag(name = "History", description = "Event Histories, in pages or live.")
class HistoryController {

  private final HistoryPages pages;
  private final LiveHistories live;

  HistoryController(HistoryPages pages, LiveHistories live) {
    this.pages = pages;
    this.live = live;
  }

  /**
   * Answers with a page of the history.
   *
   * @param reverse whether to begin with the last event
   * @param eventType types of the events to show, such as WORKFLOW_EXECUTION_STARTED; all when
   *     absent
   */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "getWorkflowHistory", summary = "Get the Event History")
  @ApiResponse(responseCode = "200", description = "A page of events.")
  @Problems(WORKFLOW_NOT_FOUND)
  ResponseEntity<HistoryPage> page(
      ExecutionRef ref,
      PageRequest page,
      @RequestParam(name = "reverse", defaultValue = "false") boolean reverse,
      @RequestParam(name = "eventType", required = false) @Nullable List<String> eventType,
      Links links) {
    HistoryPage body = pages.page(ref, page, reverse, EventFilter.of(eventType));
    return HistoryAnswers.toPage(body, ref, page, reverse, eventType, links);
  }

  /**
   * Streams the history from its beginning, or from where the caller left off, and goes on while
   * the execution does; without a runId through all its runs. It ends by itself after the last
   * event. Each event has an id for {@code Last-Event-ID}; something is sent every 15 seconds.
   *
   * @param lastEventId id of the last event that the caller has
   * @param after the same, for callers that cannot set headers
   * @param eventType types of the events to show, such as WORKFLOW_EXECUTION_STARTED; all when
   *     absent
   */
  @GetMapping(
      path = "/events",
      produces = {MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
  @Operation(operationId = "streamWorkflowHistory", summary = "Follow the Event History live")
  @ApiResponse(
      responseCode = "200",
      description = "The events as they happen.",
      content = {
        @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")),
        @Content(
            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
            schema = @Schema(implementation = HistoryItem.class))
      })
  @ApiResponse(
      responseCode = "204",
      description = "There will be no more events.",
      content = @Content)
  @Problems(WORKFLOW_NOT_FOUND)
  ResponseEntity<EventStream> events(
      ExecutionRef ref,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @RequestParam(name = "after", required = false) @Nullable String after,
      @RequestParam(name = "eventType", required = false) @Nullable List<String> eventType,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable List<MediaType> accept,
      CallerWatch watch) {
    return HistoryAnswers.toStream(
        live.open(ref, StreamPosition.of(lastEventId, after), EventFilter.of(eventType), watch),
        accept == null ? List.of() : accept);
  }

  /** Answers HEAD like GET, without following what nobody is going to see. */
  @Hidden
  @RequestMapping(
      path = "/events",
      method = RequestMethod.HEAD,
      produces = {MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
  ResponseEntity<Void> eventsHead(
      ExecutionRef ref,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable List<MediaType> accept,
      CallerWatch watch) {
    live.open(ref, StreamPosition.of(null, null), EventFilter.of(null), watch);
    return ResponseEntity.ok()
        .contentType(StreamFormat.of(accept == null ? List.of() : accept).mediaType())
        .build();
  }
}
