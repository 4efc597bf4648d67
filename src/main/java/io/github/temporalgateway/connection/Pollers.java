package io.github.temporalgateway.connection;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.ProblemCode;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.PollerInfo;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who polls a Task Queue. */
@Component
public final class Pollers {

  /** A live poller comes back at the latest after Temporal's task long poll, 60 s by default. */
  private static final Duration LONGEST_POLL = Duration.ofSeconds(75);

  private final TemporalConnections connections;
  private final Executions executions;
  private final InstantSource clock;

  Pollers(TemporalConnections connections, Executions executions, InstantSource clock) {
    this.executions = executions;
    this.connections = connections;
    this.clock = clock;
  }

  /**
   * The pollers that have been seen within the longest poll. One that has just died is among them.
   *
   * @param type which of the queue's tasks they poll for
   */
  public List<PollerInfo> of(NamespaceName namespace, String taskQueue, TaskQueueType type) {
    DescribeTaskQueueResponse response =
        connections
            .namespace(namespace)
            .call(
                WorkflowServiceBlockingStub::describeTaskQueue,
                DescribeTaskQueueRequest.newBuilder()
                    .setNamespace(namespace.value())
                    .setTaskQueue(TaskQueue.newBuilder().setName(taskQueue))
                    .setTaskQueueType(type)
                    .build(),
                ProblemCode.NAMESPACE_NOT_FOUND);
    Instant dead = clock.instant().minus(LONGEST_POLL);
    return response.getPollersList().stream()
        .filter(poller -> poller.getLastAccessTime().getSeconds() >= dead.getEpochSecond())
        .toList();
  }

  /** The Task Queue of an execution, when nobody polls it for Workflow Tasks. */
  Optional<String> queueWithoutPollers(ExecutionRef ref) {
    String taskQueue = executions.describe(ref).getExecutionConfig().getTaskQueue().getName();
    return of(ref.namespace(), taskQueue, TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW).isEmpty()
        ? Optional.of(taskQueue)
        : Optional.empty();
  }
}
