package io.github.temporalgateway.schedule;

import io.github.temporalgateway.connection.ListCalls;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.ListSchedulesRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/** Finds and counts Schedules by Temporal's visibility queries. */
@Service
class ScheduleLists {

  private final TemporalConnections connections;

  ScheduleLists(TemporalConnections connections) {
    this.connections = connections;
  }

  SchedulePage list(NamespaceName namespace, String query, PageRequest page, Links links) {
    ListSchedulesRequest.Builder request = ScheduleListMapper.toList(namespace, query, page.size());
    return ScheduleListMapper.toPage(
        namespace,
        ListCalls.page(
            page,
            token ->
                call(
                    namespace,
                    WorkflowServiceBlockingStub::listSchedules,
                    request.setNextPageToken(token).build())),
        links);
  }

  ScheduleCount count(NamespaceName namespace, String query) {
    return ScheduleListMapper.toCount(
        call(
            namespace,
            WorkflowServiceBlockingStub::countSchedules,
            ScheduleListMapper.toCount(namespace, query)));
  }

  private <Q, R> R call(
      NamespaceName namespace, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    return ListCalls.query(connections.namespace(namespace), rpc, request);
  }
}
