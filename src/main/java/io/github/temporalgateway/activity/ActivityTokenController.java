package io.github.temporalgateway.activity;

import static io.github.temporalgateway.problem.ProblemCode.ACTIVITY_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.INVALID_TASK_TOKEN;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reporting what became of an attempt of an Activity, by its Task Token. */
@RestController
@RequestMapping({"/activities", "/namespaces/{namespace}/activities"})
@Order(5)
@Tag(
    name = "Activity work",
    description = "Poll for Activities, complete, fail and heartbeat them.")
class ActivityTokenController {

  private final Completions completions;

  ActivityTokenController(Completions completions) {
    this.completions = completions;
  }

  /** Completes the Activity. A 404 after a retry may mean that the first request did it. */
  @PostMapping("/complete")
  @Operation(operationId = "completeActivityTask", summary = "Complete an Activity by its token")
  @Allow(Right.WORKER)
  @ApiResponse(responseCode = "204", description = "Completed.")
  @Problems({INVALID_TASK_TOKEN, ACTIVITY_NOT_FOUND})
  ResponseEntity<Void> complete(
      NamespaceName namespace, @Valid @RequestBody CompleteTaskRequest body) {
    completions.complete(namespace, body);
    return ResponseEntity.noContent().build();
  }

  /** Fails the attempt. Whether there is another one depends on the retry policy. */
  @PostMapping("/fail")
  @Operation(operationId = "failActivityTask", summary = "Fail an Activity by its token")
  @Allow(Right.WORKER)
  @ApiResponse(responseCode = "204", description = "Failed.")
  @Problems({INVALID_TASK_TOKEN, ACTIVITY_NOT_FOUND})
  ResponseEntity<Void> fail(NamespaceName namespace, @Valid @RequestBody FailTaskRequest body) {
    completions.fail(namespace, body);
    return ResponseEntity.noContent().build();
  }

  /** Reports that the Activity has stopped, as it was asked to: a heartbeat tells when it is. */
  @PostMapping("/cancel")
  @Operation(
      operationId = "cancelActivityTask",
      summary = "Report by its token that an Activity is canceled")
  @Allow(Right.WORKER)
  @ApiResponse(responseCode = "204", description = "Canceled.")
  @Problems({INVALID_TASK_TOKEN, ACTIVITY_NOT_FOUND, CONFLICT})
  ResponseEntity<Void> cancel(
      NamespaceName namespace, @Valid @RequestBody TaskDetailsRequest body) {
    completions.cancel(namespace, body);
    return ResponseEntity.noContent().build();
  }

  /**
   * Tells that the attempt is alive, and how far it has come; the answer tells whether to go on.
   * What the heartbeat before said is forgotten.
   */
  @PostMapping(path = "/heartbeat", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "heartbeatActivityTask",
      summary = "Send a heartbeat of an Activity by its token")
  @Allow(Right.WORKER)
  @ApiResponse(responseCode = "200", description = "Whether to go on.")
  @Problems({INVALID_TASK_TOKEN, ACTIVITY_NOT_FOUND})
  ActivityHeartbeat heartbeat(
      NamespaceName namespace, @Valid @RequestBody TaskDetailsRequest body) {
    return completions.heartbeat(namespace, body);
  }
}
