package io.github.temporalgateway.schedule;

import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.IDEMPOTENCY_CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.INVALID_QUERY;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;
import static io.github.temporalgateway.problem.ProblemCode.PRECONDITION_FAILED;
import static io.github.temporalgateway.problem.ProblemCode.SCHEDULE_ALREADY_EXISTS;
import static io.github.temporalgateway.problem.ProblemCode.SCHEDULE_NOT_FOUND;

import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.web.PageAnswers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Creating, reading, replacing and deleting Schedules. */
@RestController
@RequestMapping({"", "/namespaces/{namespace}"})
@Order(7)
@Tag(name = "Schedules", description = "Start Workflow Executions at certain times.")
@Problems(NOT_SUPPORTED)
class ScheduleController {

  private final Schedules schedules;
  private final ScheduleEdits edits;
  private final ScheduleLists lists;

  ScheduleController(Schedules schedules, ScheduleEdits edits, ScheduleLists lists) {
    this.schedules = schedules;
    this.edits = edits;
    this.lists = lists;
  }

  /** Creates a Schedule, which acts from now on unless it is paused. */
  @PostMapping(path = "/schedules", produces = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Right.WRITE)
  @Operation(operationId = "createSchedule", summary = "Create a Schedule")
  @ApiResponse(
      responseCode = "201",
      description = "Created.",
      headers = {
        @Header(name = "Location"),
        @Header(name = "ETag"),
        @Header(name = "Idempotent-Replayed")
      })
  @Problems({SCHEDULE_ALREADY_EXISTS, IDEMPOTENCY_CONFLICT})
  ResponseEntity<ScheduleDescription> create(
      NamespaceName namespace,
      @Valid @RequestBody CreateScheduleRequest body,
      @Nullable IdempotencyKey key,
      Links links) {
    return ScheduleAnswers.toCreated(schedules.create(namespace, body, key, links), links);
  }

  /**
   * Lists Schedules page by page.
   *
   * @param query a List Filter of Temporal, such as {@code TemporalSchedulePaused = true};
   *     everything when absent
   */
  @GetMapping(path = "/schedules", produces = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Right.READ)
  @Operation(operationId = "listSchedules", summary = "List Schedules")
  @ApiResponse(responseCode = "200", description = "A page.", headers = @Header(name = "Link"))
  @Problems(INVALID_QUERY)
  ResponseEntity<SchedulePage> list(
      NamespaceName namespace,
      @RequestParam(name = "query", defaultValue = "") String query,
      PageRequest page,
      Links links) {
    SchedulePage found = lists.list(namespace, query, page, links);
    return PageAnswers.of(
        found, found.nextPageToken(), "/schedules", Map.of("query", query), page, links);
  }

  /**
   * Counts Schedules.
   *
   * @param query a List Filter of Temporal, such as {@code TemporalSchedulePaused = true};
   *     everything when absent
   */
  @GetMapping(path = "/schedule-count", produces = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Right.READ)
  @Operation(operationId = "countSchedules", summary = "Count Schedules")
  @ApiResponse(responseCode = "200", description = "Their number.")
  @Problems(INVALID_QUERY)
  ScheduleCount count(
      NamespaceName namespace, @RequestParam(name = "query", defaultValue = "") String query) {
    return lists.count(namespace, query);
  }

  /**
   * Tells what a Schedule is, what it has done and what it is going to do.
   *
   * @param scheduleId the Schedule Id
   * @param known the ETag of a former answer, or several, or {@code *}
   */
  @GetMapping(path = "/schedules/{scheduleId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Right.READ)
  @Operation(operationId = "describeSchedule", summary = "Describe a Schedule")
  @ApiResponse(
      responseCode = "200",
      description = "The Schedule.",
      headers = @Header(name = "ETag"))
  @ApiResponse(
      responseCode = "304",
      description = "It is still as `If-None-Match` says.",
      headers = @Header(name = "ETag"),
      content = @Content)
  @Problems(SCHEDULE_NOT_FOUND)
  ResponseEntity<ScheduleDescription> describe(
      NamespaceName namespace,
      @PathVariable("scheduleId") String scheduleId,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
      Links links) {
    Schedules.KnownSchedule schedule = schedules.describe(ScheduleRef.of(namespace, scheduleId));
    return ScheduleAnswers.toSchedule(schedule.ref(), schedule.found(), links);
  }

  /**
   * Replaces a Schedule. With {@code If-Match} only the version that it names is replaced, so that
   * two editors cannot overwrite each other. Members at the top that are absent stay as they are.
   *
   * @param scheduleId the Schedule Id
   * @param ifMatch the ETag of the version that the new one is made from
   */
  @PutMapping(path = "/schedules/{scheduleId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Right.WRITE)
  @Operation(operationId = "replaceSchedule", summary = "Replace a Schedule")
  @ApiResponse(responseCode = "200", description = "Replaced.", headers = @Header(name = "ETag"))
  @Problems({SCHEDULE_NOT_FOUND, PRECONDITION_FAILED, CONFLICT})
  ResponseEntity<ScheduleDescription> replace(
      NamespaceName namespace,
      @PathVariable("scheduleId") String scheduleId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody ReplaceScheduleRequest body,
      Links links) {
    ScheduleRef ref = ScheduleRef.of(namespace, scheduleId);
    return ScheduleAnswers.toSchedule(ref, edits.replace(ref, body, ifMatch), links);
  }

  /**
   * Deletes a Schedule. Executions that it has started go on.
   *
   * @param scheduleId the Schedule Id
   */
  @DeleteMapping("/schedules/{scheduleId}")
  @Allow(Right.WRITE)
  @Operation(operationId = "deleteSchedule", summary = "Delete a Schedule")
  @ApiResponse(responseCode = "204", description = "Deleted.")
  @Problems(SCHEDULE_NOT_FOUND)
  ResponseEntity<Void> delete(
      NamespaceName namespace, @PathVariable("scheduleId") String scheduleId) {
    schedules.delete(ScheduleRef.of(namespace, scheduleId));
    return ResponseEntity.noContent().build();
  }
}
