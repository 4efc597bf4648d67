package io.github.temporalgateway.taskqueue.worker;

import static io.github.temporalgateway.problem.ProblemCode.WORKER_NOT_FOUND;

import io.github.temporalgateway.connection.ListCalls;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.CountWorkersRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkerRequest;
import io.temporal.api.workflowservice.v1.ListWorkersRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/** Finds Workers by their heartbeats. */
@Service
class Workers {

  private final TemporalConnections connections;

  Workers(TemporalConnections connections) {
    this.connections = connections;
  }

  WorkerPage list(
      NamespaceName namespace, String query, boolean system, PageRequest page, Links links) {
    ListWorkersRequest.Builder request =
        ListWorkersRequest.newBuilder()
            .setNamespace(namespace.value())
            .setQuery(query)
            .setIncludeSystemWorkers(system)
            .setPageSize(page.size());
    return WorkerMapper.toPage(
        ListCalls.page(
            page,
            token ->
                find(
                    namespace,
                    WorkflowServiceBlockingStub::listWorkers,
                    request.setNextPageToken(token).build())),
        links);
  }

  WorkerCount count(NamespaceName namespace, String query, boolean system) {
    return new WorkerCount(
        find(
                namespace,
                WorkflowServiceBlockingStub::countWorkers,
                CountWorkersRequest.newBuilder()
                    .setNamespace(namespace.value())
                    .setQuery(query)
                    .setIncludeSystemWorkers(system)
                    .build())
            .getCount());
  }

  WorkerDescription describe(NamespaceName namespace, String key, Links links) {
    return WorkerMapper.toDescription(
        connections
            .namespace(namespace)
            .call(
                WorkflowServiceBlockingStub::describeWorker,
                DescribeWorkerRequest.newBuilder()
                    .setNamespace(namespace.value())
                    .setWorkerInstanceKey(key)
                    .build(),
                WORKER_NOT_FOUND)
            .getWorkerInfo()
            .getWorkerHeartbeat(),
        links);
  }

  private <Q, R> R find(
      NamespaceName namespace, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    return ListCalls.query(connections.namespace(namespace), rpc, request);
  }
}
