package io.github.temporalgateway.activity.standalone;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.CountActivityExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListActivityExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListActivityExecutionsResponse;
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
    ListActivityExecutionsRequest request =
        ListActivityExecutionsRequest.newBuilder()
            .setNamespace(namespace.value())
            .setQuery(query)
            .setPageSize(page.size())
            .setNextPageToken(ByteString.copyFrom(page.temporalToken()))
            .build();
    try {
      return StandaloneMapper.toPage(namespace, find(namespace, request), links);
    } catch (GatewayException failed) {
      throw page.token().isEmpty() ? failed : explained(failed, namespace, request);
    }
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

  private ListActivityExecutionsResponse find(
      NamespaceName namespace, ListActivityExecutionsRequest request) {
    return call(namespace, WorkflowServiceBlockingStub::listActivityExecutions, request);
  }

  /** It is the token's fault when the same question without it is answered. */
  private GatewayException explained(
      GatewayException failed, NamespaceName namespace, ListActivityExecutionsRequest request) {
    if (failed.code() != ProblemCode.TEMPORAL_ERROR && failed.code() != ProblemCode.INVALID_QUERY) {
      return failed;
    }
    try {
      find(namespace, request.toBuilder().clearNextPageToken().setPageSize(1).build());
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
