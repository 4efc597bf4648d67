package io.github.temporalgateway.activity;

import static io.github.temporalgateway.problem.ProblemCode.ACTIVITY_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reporting what became of an Activity of a Workflow, by its ids. */
@RestController
@RequestMapping({
  "/workflows/{workflowId}/activities/{activityId}",
  "/namespaces/{namespace}/workflows/{workflowId}/activities/{activityId}"
})
@Order(5)
@Tag(name = "Activity work")
class ActivityIdController {

  private final Completions completions;

  ActivityIdController(Completions completions) {
    this.completions = completions;
  }

  /** Completes the Activity. A 404 after a retry may mean that the first request did it. */
  @PostMapping("/complete")
  @Operation(operationId = "completeWorkflowActivity", summary = "Complete an Activity by its id")
  @Allow(value = Right.WORKER, asksPolicies = true)
  @ApiResponse(responseCode = "204", description = "Completed.")
  @Problems(ACTIVITY_NOT_FOUND)
  ResponseEntity<Void> complete(
      ActivityRef ref, @RequestBody(required = false) @Nullable CompleteActivityRequest body) {
    completions.complete(ref, CompleteActivityRequest.orNothing(body));
    return done(ref);
  }

  /** Fails the present attempt. Whether there is another one depends on the retry policy. */
  @PostMapping("/fail")
  @Operation(operationId = "failWorkflowActivity", summary = "Fail an Activity by its id")
  @Allow(value = Right.WORKER, asksPolicies = true)
  @ApiResponse(responseCode = "204", description = "Failed.")
  @Problems(ACTIVITY_NOT_FOUND)
  ResponseEntity<Void> fail(ActivityRef ref, @Valid @RequestBody FailActivityRequest body) {
    completions.fail(ref, body);
    return done(ref);
  }

  /** Reports that the Activity has stopped, as it was asked to: a heartbeat tells when it is. */
  @PostMapping("/cancel")
  @Operation(
      operationId = "cancelWorkflowActivity",
      summary = "Report by its id that an Activity is canceled")
  @Allow(value = Right.WORKER, asksPolicies = true)
  @ApiResponse(responseCode = "204", description = "Canceled.")
  @Problems({ACTIVITY_NOT_FOUND, CONFLICT})
  ResponseEntity<Void> cancel(
      ActivityRef ref, @RequestBody(required = false) @Nullable ActivityDetailsRequest body) {
    completions.cancel(ref, ActivityDetailsRequest.orNothing(body));
    return done(ref);
  }

  /**
   * Tells that the Activity is alive, and how far it has come; the answer tells whether to go on.
   * What the heartbeat before said is forgotten.
   */
  @PostMapping(path = "/heartbeat", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "heartbeatWorkflowActivity",
      summary = "Send a heartbeat of an Activity by its id")
  @Allow(value = Right.WORKER, asksPolicies = true)
  @ApiResponse(responseCode = "200", description = "Whether to go on.")
  @Problems(ACTIVITY_NOT_FOUND)
  ResponseEntity<ActivityHeartbeat> heartbeat(
      ActivityRef ref, @RequestBody(required = false) @Nullable ActivityDetailsRequest body) {
    ActivityHeartbeat answer = completions.heartbeat(ref, ActivityDetailsRequest.orNothing(body));
    return ResponseEntity.ok().headers(ActivityHeaders.of(ref)).body(answer);
  }

  private static ResponseEntity<Void> done(ActivityRef ref) {
    return ResponseEntity.noContent().headers(ActivityHeaders.of(ref)).build();
  }
}
