package io.github.temporalgateway.activity;

import static io.github.temporalgateway.problem.ProblemCode.OVERLOADED;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Getting Activities to work on. */
@RestController
@RequestMapping({
  "/task-queues/{queue}/activities",
  "/namespaces/{namespace}/task-queues/{queue}/activities"
})
@Order(5)
@Tag(name = "Activity work")
class TaskPollController {

  private final TaskPolls polls;

  TaskPollController(TaskPolls polls) {
    this.polls = polls;
  }

  /**
   * Takes Activity Tasks from a Task Queue, as a Worker does; with {@code Prefer: wait} as soon as
   * there is one, else within little more than a second, which is the shortest poll of Temporal.
   *
   * <p>A task is handed out once: whoever gets it has to complete or fail it, and to heartbeat it
   * where there is a heartbeat timeout. When that does not happen, the attempt times out and
   * Temporal tries again. A caller that hangs up ends the poll.
   *
   * @param queue name of the Task Queue
   */
  @PostMapping(path = "/poll", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "pollActivityTasks", summary = "Poll for Activity Tasks")
  @Allow(Right.WORKER)
  @ApiResponse(
      responseCode = "200",
      description = "Tasks to do now.",
      content = @Content(schema = @Schema(implementation = PolledTasks.class)))
  @ApiResponse(responseCode = "204", description = "There was nothing to do.", content = @Content)
  @Problems(OVERLOADED)
  ResponseEntity<PolledTasks> poll(
      NamespaceName namespace,
      @PathVariable("queue") String queue,
      @Valid @RequestBody(required = false) @Nullable PollTasksRequest body,
      Wait wait) {
    List<ActivityTask> tasks =
        polls.poll(namespace, PathId.decode("queue", queue), PollTasksRequest.orAny(body), wait);
    return tasks.isEmpty()
        ? ResponseEntity.noContent().build()
        : ResponseEntity.ok(new PolledTasks(tasks));
  }
}
