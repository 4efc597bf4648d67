package io.github.temporalgateway.schedule;

import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;
import static io.github.temporalgateway.problem.ProblemCode.SCHEDULE_NOT_FOUND;

import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Commands to Schedules, and the times at which they act. */
@RestController
@RequestMapping({"/schedules/{scheduleId}", "/namespaces/{namespace}/schedules/{scheduleId}"})
@Order(8)
@Tag(name = "Schedules")
@Problems({SCHEDULE_NOT_FOUND, NOT_SUPPORTED})
class ScheduleCommandController {

  private final ScheduleCommands commands;

  ScheduleCommandController(ScheduleCommands commands) {
    this.commands = commands;
  }

  /**
   * Lets a Schedule act now, also when it is paused or its actions are used up.
   *
   * @param scheduleId the Schedule Id
   */
  @PostMapping("/trigger")
  @Allow(Right.WRITE)
  @Operation(operationId = "triggerSchedule", summary = "Act now")
  @ApiResponse(responseCode = "202", description = "Temporal has it.")
  ResponseEntity<Void> trigger(
      NamespaceName namespace,
      @PathVariable("scheduleId") String scheduleId,
      @RequestBody(required = false) @Nullable TriggerScheduleRequest body,
      @Nullable IdempotencyKey key) {
    commands.trigger(ScheduleRef.of(namespace, scheduleId), body, key);
    return ResponseEntity.accepted().build();
  }

  /**
   * Lets a Schedule not act until it is unpaused.
   *
   * @param scheduleId the Schedule Id
   */
  @PostMapping("/pause")
  @Allow(Right.WRITE)
  @Operation(operationId = "pauseSchedule", summary = "Pause a Schedule")
  @ApiResponse(responseCode = "204", description = "Paused.")
  @Problems({SCHEDULE_NOT_FOUND, CONFLICT})
  ResponseEntity<Void> pause(
      NamespaceName namespace,
      @PathVariable("scheduleId") String scheduleId,
      @RequestBody(required = false) @Nullable PauseScheduleRequest body) {
    commands.pause(ScheduleRef.of(namespace, scheduleId), body);
    return ResponseEntity.noContent().build();
  }

  /**
   * Lets a Schedule act again. What it missed while it was paused is not made up for.
   *
   * @param scheduleId the Schedule Id
   */
  @PostMapping("/unpause")
  @Allow(Right.WRITE)
  @Operation(operationId = "unpauseSchedule", summary = "Unpause a Schedule")
  @ApiResponse(responseCode = "204", description = "Unpaused.")
  @Problems({SCHEDULE_NOT_FOUND, CONFLICT})
  ResponseEntity<Void> unpause(
      NamespaceName namespace,
      @PathVariable("scheduleId") String scheduleId,
      @RequestBody(required = false) @Nullable PauseScheduleRequest body) {
    commands.unpause(ScheduleRef.of(namespace, scheduleId), body);
    return ResponseEntity.noContent().build();
  }

  /**
   * Lets a Schedule act for a span of time, as if it passed by right now. Mind the overlap policy:
   * with {@code SKIP} only the first action starts something.
   *
   * @param scheduleId the Schedule Id
   */
  @PostMapping("/backfill")
  @Allow(Right.WRITE)
  @Operation(operationId = "backfillSchedule", summary = "Act for a span of time")
  @ApiResponse(responseCode = "202", description = "Temporal has it.")
  ResponseEntity<Void> backfill(
      NamespaceName namespace,
      @PathVariable("scheduleId") String scheduleId,
      @Valid @RequestBody BackfillScheduleRequest body,
      @Nullable IdempotencyKey key) {
    commands.backfill(ScheduleRef.of(namespace, scheduleId), body, key);
    return ResponseEntity.accepted().build();
  }

  /**
   * Tells when a Schedule acts in a span of time, without its jitter: a thousand times at most.
   *
   * @param scheduleId the Schedule Id
   * @param startTime begin of the span; now when absent
   * @param endTime end of the span; a year after its begin when absent
   */
  @GetMapping(path = "/matching-times", produces = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Right.READ)
  @Operation(operationId = "listScheduleMatchingTimes", summary = "Tell when a Schedule acts")
  @ApiResponse(responseCode = "200", description = "The times.")
  MatchingTimes matchingTimes(
      NamespaceName namespace,
      @PathVariable("scheduleId") String scheduleId,
      @RequestParam(name = "startTime", required = false) @Nullable Instant startTime,
      @RequestParam(name = "endTime", required = false) @Nullable Instant endTime) {
    return commands.matchingTimes(ScheduleRef.of(namespace, scheduleId), startTime, endTime);
  }
}
