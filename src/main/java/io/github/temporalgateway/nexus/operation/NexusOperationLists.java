package io.github.temporalgateway.nexus.operation;

import io.github.temporalgateway.connection.ListCalls;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.CountNexusOperationExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListNexusOperationExecutionsRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/** Finds and counts Nexus Operations. */
@Service
class NexusOperationLists {

  private final TemporalConnections connections;

  NexusOperationLists(TemporalConnections connections) {
    this.connections = connections;
  }

  NexusOperationPage list(NamespaceName namespace, String query, PageRequest page, Links links) {
    ListNexusOperationExecutionsRequest.Builder request =
        ListNexusOperationExecutionsRequest.newBuilder()
            .setNamespace(namespace.value())
            .setQuery(query)
            .setPageSize(page.size());
    return NexusOperationMapper.toPage(
        namespace,
        ListCalls.page(
            page,
            token ->
                call(
                    namespace,
                    WorkflowServiceBlockingStub::listNexusOperationExecutions,
                    request.setNextPageToken(token).build())),
        links);
  }

  NexusOperationCount count(NamespaceName namespace, String query) {
    return NexusOperationMapper.toCount(
        call(
            namespace,
            WorkflowServiceBlockingStub::countNexusOperationExecutions,
            CountNexusOperationExecutionsRequest.newBuilder()
                .setNamespace(namespace.value())
                .setQuery(query)
                .build()));
  }

  private <Q, R> R call(
      NamespaceName namespace, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    return ListCalls.query(connections.namespace(namespace), rpc, request);
  }
}
