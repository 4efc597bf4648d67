package io.github.temporalgateway.taskqueue;

import static io.github.temporalgateway.problem.ProblemCode.NOT_SUPPORTED;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.github.temporalgateway.web.Links;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Task Queues. */
@RestController
@RequestMapping({"/task-queues/{queue}", "/namespaces/{namespace}/task-queues/{queue}"})
@Order(20)
@Tag(name = "Task Queues", description = "Who polls a Task Queue, what waits in it, its limits.")
class TaskQueueController {

  private static final String QUEUE = "queue";

  private final TaskQueues queues;

  TaskQueueController(TaskQueues queues) {
    this.queues = queues;
  }

  /**
   * Tells who polls a Task Queue, how many tasks wait and how fast they come and go. Task Queues
   * exist by being used, so one that nobody has used yet is no error.
   *
   * @param queue name of the Task Queue
   */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "describeTaskQueue", summary = "Describe a Task Queue")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "Its pollers, backlog, rates and limits.")
  @Problems(NOT_SUPPORTED)
  TaskQueueDescription describe(
      NamespaceName namespace, @PathVariable(QUEUE) String queue, Links links) {
    return queues.describe(namespace, PathId.decode(QUEUE, queue), links);
  }

  /**
   * Sets or takes back limits of a Task Queue; what is left out stays as it is.
   *
   * @param queue name of the Task Queue
   */
  @PatchMapping(path = "/config", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "updateTaskQueueConfig", summary = "Limit a Task Queue")
  @Allow(Right.ADMIN)
  @ApiResponse(responseCode = "200", description = "The limits that are now set.")
  @Problems(NOT_SUPPORTED)
  TaskQueueConfig configure(
      NamespaceName namespace,
      @PathVariable(QUEUE) String queue,
      @Valid @RequestBody TaskQueueConfigRequest body) {
    return queues.configure(namespace, PathId.decode(QUEUE, queue), body);
  }

  /**
   * Tells over which partitions Temporal spreads the tasks of a Task Queue.
   *
   * @param queue name of the Task Queue
   */
  @GetMapping(path = "/partitions", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listTaskQueuePartitions", summary = "List partitions of a Task Queue")
  @Allow(Right.READ)
  @ApiResponse(responseCode = "200", description = "The partitions and who has them.")
  @Problems(NOT_SUPPORTED)
  TaskQueuePartitions partitions(NamespaceName namespace, @PathVariable(QUEUE) String queue) {
    return queues.partitions(namespace, PathId.decode(QUEUE, queue));
  }
}
