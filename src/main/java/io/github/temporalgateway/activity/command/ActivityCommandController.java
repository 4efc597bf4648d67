package io.github.temporalgateway.activity.command;

import static io.github.temporalgateway.problem.ProblemCode.ACTIVITY_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;

import io.github.temporalgateway.activity.ActivityHeaders;
import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Interfering with stand-alone Activities. */
@RestController
@RequestMapping({"/activities/{activityId}", "/namespaces/{namespace}/activities/{activityId}"})
@Order(6)
@Tag(name = "Activities")
class ActivityCommandController {

  private final ActivityCommands commands;

  ActivityCommandController(ActivityCommands commands) {
    this.commands = commands;
  }

  /** Hands out no further attempt; the one under way learns of it from its heartbeat. */
  @PostMapping("/pause")
  @Allow(Right.WRITE)
  @Operation(operationId = "pauseActivity", summary = "Pause a stand-alone Activity")
  @ApiResponse(responseCode = "204", description = "Paused.")
  @Problems({ACTIVITY_NOT_FOUND, CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> pause(
      ActivityRef ref, @RequestBody(required = false) @Nullable PauseActivityRequest body) {
    commands.pause(ref, body);
    return done(ref);
  }

  /** Hands out attempts again, counted on from where they were; a reset begins with the first. */
  @PostMapping("/unpause")
  @Allow(Right.WRITE)
  @Operation(operationId = "unpauseActivity", summary = "Unpause a stand-alone Activity")
  @ApiResponse(responseCode = "204", description = "Unpaused.")
  @Problems({ACTIVITY_NOT_FOUND, CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> unpause(
      ActivityRef ref, @RequestBody(required = false) @Nullable UnpauseActivityRequest body) {
    commands.unpause(ref, body);
    return done(ref);
  }

  /**
   * Begins anew with attempt 1, at once when it waits for a retry. An attempt under way learns of
   * it from its heartbeat, and the next one is the first again.
   */
  @PostMapping("/reset")
  @Allow(Right.WRITE)
  @Operation(operationId = "resetActivity", summary = "Reset a stand-alone Activity")
  @ApiResponse(responseCode = "204", description = "Reset.")
  @Problems({ACTIVITY_NOT_FOUND, CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> reset(
      ActivityRef ref, @RequestBody(required = false) @Nullable ResetActivityRequest body) {
    commands.reset(ref, body);
    return done(ref);
  }

  /** Changes options for the attempts to come; what is left out stays as it is. */
  @PatchMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Right.WRITE)
  @Operation(
      operationId = "updateActivityOptions",
      summary = "Change options of a stand-alone Activity")
  @ApiResponse(responseCode = "200", description = "The options that are now in force.")
  @Problems({ACTIVITY_NOT_FOUND, CONFLICT, NOT_SUPPORTED})
  ResponseEntity<ActivityOptions> options(
      ActivityRef ref, @Valid @RequestBody ActivityOptionsRequest body) {
    ActivityOptions options = commands.change(ref, body);
    return ResponseEntity.ok().headers(ActivityHeaders.of(ref)).body(options);
  }

  private static ResponseEntity<Void> done(ActivityRef ref) {
    return ResponseEntity.noContent().headers(ActivityHeaders.of(ref)).build();
  }
}
