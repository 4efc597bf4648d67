package io.github.temporalgateway.activity.standalone;

import static io.github.temporalgateway.problem.ProblemCode.ACTIVITY_ALREADY_STARTED;
import static io.github.temporalgateway.problem.ProblemCode.ACTIVITY_CANCELED;
import static io.github.temporalgateway.problem.ProblemCode.ACTIVITY_FAILED;
import static io.github.temporalgateway.problem.ProblemCode.ACTIVITY_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.ACTIVITY_TERMINATED;
import static io.github.temporalgateway.problem.ProblemCode.ACTIVITY_TIMED_OUT;
import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.IDEMPOTENCY_CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;

import io.github.temporalgateway.activity.ActivityHeaders;
import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.JsonBody;
import io.github.temporalgateway.kernel.NamespaceName;
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
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Activities that no Workflow has scheduled. */
@RestController
@RequestMapping({"/activities", "/namespaces/{namespace}/activities"})
@Order(6)
@Tag(
    name = "Activities",
    description = "Start Activities without a Workflow, get their results, end them.")
class ActivityController {

  private final ActivityStarts starts;
  private final ActivityResults results;
  private final StandaloneActivities activities;

  ActivityController(
      ActivityStarts starts, ActivityResults results, StandaloneActivities activities) {
    this.starts = starts;
    this.results = results;
    this.activities = activities;
  }

  /** Starts a stand-alone Activity, and with {@code Prefer: wait} waits for its result. */
  @PostMapping(
      consumes = {MediaType.APPLICATION_JSON_VALUE, JsonBody.ENVELOPE_TYPE},
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Right.WRITE)
  @Operation(operationId = "startActivity", summary = "Start a stand-alone Activity")
  @ApiResponse(
      responseCode = "200",
      description = "Completed within the wait, then with `result`; or one that was there before.",
      headers = @Header(name = "Idempotent-Replayed"),
      content = @Content(schema = @Schema(implementation = ActivityHandle.class)))
  @ApiResponse(
      responseCode = "201",
      description = "Started.",
      headers = @Header(name = "Location"),
      content = @Content(schema = @Schema(implementation = ActivityHandle.class)))
  @ApiResponse(
      responseCode = "202",
      description = "Still running when the wait ended.",
      headers = {
        @Header(name = "Location"),
        @Header(name = "Retry-After"),
        @Header(name = "Idempotent-Replayed")
      },
      content = @Content(schema = @Schema(implementation = ActivityHandle.class)))
  @Problems({
    ACTIVITY_ALREADY_STARTED,
    IDEMPOTENCY_CONFLICT,
    ACTIVITY_FAILED,
    ACTIVITY_CANCELED,
    ACTIVITY_TERMINATED,
    ACTIVITY_TIMED_OUT,
    NOT_SUPPORTED
  })
  ResponseEntity<ActivityHandle> start(
      NamespaceName namespace,
      @Valid @RequestBody StartActivityRequest body,
      @Nullable IdempotencyKey key,
      Wait wait,
      CallerHeaders caller,
      Links links) {
    StartedActivity started = starts.start(namespace, body, key, caller, links);
    return wait.none()
        ? ActivityAnswers.toStart(started, links)
        : ActivityAnswers.toStart(started, results.ofStarted(started.ref(), wait), links);
  }

  /**
   * Tells the state of a stand-alone Activity; with {@code If-None-Match} and {@code Prefer: wait}
   * as soon as it is another one.
   *
   * @param known the ETag of a former answer, or several, or {@code *}
   */
  @GetMapping(path = "/{activityId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Right.READ)
  @Operation(operationId = "describeActivity", summary = "Describe a stand-alone Activity")
  @ApiResponse(responseCode = "200", description = "Its state.", headers = @Header(name = "ETag"))
  @ApiResponse(
      responseCode = "304",
      description = "Its state is still the one that `If-None-Match` names.",
      headers = @Header(name = "ETag"),
      content = @Content)
  @Problems({ACTIVITY_NOT_FOUND, NOT_SUPPORTED})
  ResponseEntity<ActivityDescription> describe(
      ActivityRef ref,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
      Wait wait,
      Links links) {
    var described = activities.describe(ref, known, wait, links);
    return ResponseEntity.ok()
        .headers(ActivityHeaders.of(ref.atRun(described.body().runId())))
        .eTag(described.etag())
        .cacheControl(CacheControl.noCache())
        .body(described.body());
  }

  /**
   * Answers with what the Activity returned, in the body and nothing else; with {@code Prefer:
   * wait} as soon as it is there.
   */
  @GetMapping(
      path = "/{activityId}/result",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        JsonBody.ENVELOPE_TYPE
      })
  @Allow(Right.READ)
  @Operation(
      operationId = "getActivityResult",
      summary = "Get the result of a stand-alone Activity")
  @ApiResponse(responseCode = "200", description = "What the Activity returned.")
  @ApiResponse(
      responseCode = "202",
      description = "Still running.",
      headers = {@Header(name = "Location"), @Header(name = "Retry-After")},
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = ActivityHandle.class)))
  @Problems({
    ACTIVITY_NOT_FOUND,
    ACTIVITY_FAILED,
    ACTIVITY_CANCELED,
    ACTIVITY_TERMINATED,
    ACTIVITY_TIMED_OUT,
    NOT_SUPPORTED
  })
  ResponseEntity<?> result(
      ActivityRef ref,
      Wait wait,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable List<MediaType> accept,
      Links links) {
    return ActivityAnswers.toResult(results.of(ref, wait), accept, links);
  }

  /** Asks the Activity to end; it learns of it from its heartbeat. Asking again does no harm. */
  @PostMapping("/{activityId}/cancel")
  @Allow(Right.WRITE)
  @Operation(
      operationId = "cancelActivity",
      summary = "Request cancellation of a stand-alone Activity")
  @ApiResponse(responseCode = "202", description = "Requested.")
  @Problems({ACTIVITY_NOT_FOUND, CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> cancel(
      ActivityRef ref, @RequestBody(required = false) @Nullable CancelActivityRequest body) {
    activities.cancel(ref, body);
    return ResponseEntity.accepted().headers(ActivityHeaders.of(ref)).build();
  }

  /** Ends a stand-alone Activity at once, whatever its Worker does. */
  @PostMapping("/{activityId}/terminate")
  @Allow(Right.WRITE)
  @Operation(operationId = "terminateActivity", summary = "Terminate a stand-alone Activity")
  @ApiResponse(responseCode = "204", description = "Terminated.")
  @Problems({ACTIVITY_NOT_FOUND, CONFLICT, NOT_SUPPORTED})
  ResponseEntity<Void> terminate(
      ActivityRef ref, @RequestBody(required = false) @Nullable CancelActivityRequest body) {
    activities.terminate(ref, body);
    return ResponseEntity.noContent().headers(ActivityHeaders.of(ref)).build();
  }

  /** Deletes a stand-alone Activity, a moment later; one that is open is terminated. */
  @DeleteMapping("/{activityId}")
  @Allow(Right.WRITE)
  @Operation(operationId = "deleteActivity", summary = "Delete a stand-alone Activity")
  @ApiResponse(responseCode = "202", description = "Will be deleted.")
  @Problems({ACTIVITY_NOT_FOUND, NOT_SUPPORTED})
  ResponseEntity<Void> delete(ActivityRef ref) {
    activities.delete(ref);
    return ResponseEntity.accepted().headers(ActivityHeaders.of(ref)).build();
  }
}
