package io.github.temporalgateway.schedule;

import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
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
    ListSchedulesRequest request = ScheduleListMapper.toList(namespace, query, page);
    try {
      return ScheduleListMapper.toPage(
          namespace, call(namespace, WorkflowServiceBlockingStub::listSchedules, request), links);
    } catch (GatewayException failed) {
      throw page.token().isEmpty() ? failed : explained(failed, namespace, request);
    }
  }

  ScheduleCount count(NamespaceName namespace, String query) {
    return ScheduleListMapper.toCount(
        call(
            namespace,
            WorkflowServiceBlockingStub::countSchedules,
            ScheduleListMapper.toCount(namespace, query)));
  }

  /** It is the token's fault when the same question without it is answered. */
  private GatewayException explained(
      GatewayException failed, NamespaceName namespace, ListSchedulesRequest request) {
    if (failed.code() != ProblemCode.TEMPORAL_ERROR && failed.code() != ProblemCode.INVALID_QUERY) {
      return failed;
    }
    try {
      call(
          namespace,
          WorkflowServiceBlockingStub::listSchedules,
          request.toBuilder().clearNextPageToken().setMaximumPageSize(1).build());
      return PageRequest.badToken();
    } catch (GatewayException _) {
      return failed;
    }
  }

  private <Q, R> R call(
      NamespaceName namespace, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    try {
      return connections.namespace(namespace).call(rpc, request, ProblemCode.NAMESPACE_NOT_FOUND);
    } catch (TemporalException refused) {
      throw refused.code() == ProblemCode.INVALID_ARGUMENT
          ? new RefusedException(ProblemCode.INVALID_QUERY, refused.detail())
          : refused;
    }
  }
}
