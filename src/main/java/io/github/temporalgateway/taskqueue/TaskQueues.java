package io.github.temporalgateway.taskqueue;

import static io.github.temporalgateway.problem.ProblemCode.NAMESPACE_NOT_FOUND;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.web.Links;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueResponse;
import io.temporal.api.workflowservice.v1.ListTaskQueuePartitionsRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import org.springframework.stereotype.Service;

/** Looks at Task Queues and sets their limits. */
@Service
class TaskQueues {

  private final TemporalConnections connections;

  TaskQueues(TemporalConnections connections) {
    this.connections = connections;
  }

  TaskQueueDescription describe(NamespaceName namespace, String queue, Links links) {
    DescribeTaskQueueResponse workflow = describe(namespace, queue, TaskKind.WORKFLOW);
    String self = links.base() + "/task-queues/" + PathId.encode(queue);
    return new TaskQueueDescription(
        namespace.value(),
        queue,
        TaskQueueMapper.toState(workflow),
        TaskQueueMapper.toState(describe(namespace, queue, TaskKind.ACTIVITY)),
        TaskQueueMapper.toState(describe(namespace, queue, TaskKind.NEXUS)),
        TaskQueueMapper.toVersioning(workflow.getVersioningInfo()),
        new TaskQueueLinks(self, self + "/partitions"));
  }

  TaskQueueConfig configure(NamespaceName namespace, String queue, TaskQueueConfigRequest body) {
    NamespaceConnection connection = connections.namespace(namespace);
    return QueueConfigMapper.toConfig(
        connection
            .call(
                WorkflowServiceBlockingStub::updateTaskQueueConfig,
                QueueConfigMapper.toUpdate(namespace, queue, body, connection.identity()),
                NAMESPACE_NOT_FOUND)
            .getConfig());
  }

  TaskQueuePartitions partitions(NamespaceName namespace, String queue) {
    return TaskQueueMapper.toPartitions(
        connections
            .namespace(namespace)
            .call(
                WorkflowServiceBlockingStub::listTaskQueuePartitions,
                ListTaskQueuePartitionsRequest.newBuilder()
                    .setNamespace(namespace.value())
                    .setTaskQueue(TaskQueue.newBuilder().setName(queue))
                    .build(),
                NAMESPACE_NOT_FOUND));
  }

  private DescribeTaskQueueResponse describe(NamespaceName namespace, String queue, TaskKind kind) {
    return connections
        .namespace(namespace)
        .call(
            WorkflowServiceBlockingStub::describeTaskQueue,
            DescribeTaskQueueRequest.newBuilder()
                .setNamespace(namespace.value())
                .setTaskQueue(TaskQueue.newBuilder().setName(queue))
                .setTaskQueueType(QueueConfigMapper.toProto(kind))
                .setReportStats(true)
                .setReportConfig(true)
                .build(),
            NAMESPACE_NOT_FOUND);
  }
}
