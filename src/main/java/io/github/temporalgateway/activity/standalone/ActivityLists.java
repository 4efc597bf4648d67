package io.github.temporalgateway.activity.standalone;

import io.github.temporalgateway.connection.ListCalls;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.CountActivityExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListActivityExecutionsRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/** Finds and counts stand-alone Activities by Temporal's visibility queries. */
@Service
class ActivityLists {

  private final TemporalConnections connections;

  ActivityLists(TemporalConnections connections) {
    this.connections = connections;
  }

  ActivityPage list(NamespaceName namespace, String query, PageRequest page, Links links) {
    ListActivityExecutionsRequest.Builder request =
        ListActivityExecutionsRequest.newBuilder()
            .setNamespace(namespace.value())
            .setQuery(query)
            .setPageSize(page.size());
    return StandaloneMapper.toPage(
        namespace,
        ListCalls.page(
            page,
            token ->
                call(
                    namespace,
                    WorkflowServiceBlockingStub::listActivityExecutions,
                    request.setNextPageToken(token).build())),
        links);
  }

  ActivityCount count(NamespaceName namespace, String query) {
    return StandaloneMapper.toCount(
        call(
            namespace,
            WorkflowServiceBlockingStub::countActivityExecutions,
            CountActivityExecutionsRequest.newBuilder()
                .setNamespace(namespace.value())
                .setQuery(query)
                .build()));
  }

  private <Q, R> R call(
      NamespaceName namespace, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    return ListCalls.query(connections.namespace(namespace), rpc, request);
  }
}
