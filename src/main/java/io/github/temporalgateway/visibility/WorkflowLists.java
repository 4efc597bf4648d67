package io.github.temporalgateway.visibility;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.connection.ListCalls;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.security.Permit;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsResponse;
import io.temporal.api.workflowservice.v1.ListArchivedWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/** Finds and counts executions by Temporal's visibility queries. */
@Service
class WorkflowLists {

  private final TemporalConnections connections;

  WorkflowLists(TemporalConnections connections) {
    this.connections = connections;
  }

  WorkflowPage list(NamespaceName namespace, String query, PageRequest page, Links links) {
    ListWorkflowExecutionsRequest request =
        VisibilityMapper.toList(
            namespace, Permit.current().narrow(query), page.size(), ByteString.EMPTY);
    return VisibilityMapper.toPage(
        namespace,
        ListCalls.page(
            page, token -> find(namespace, request.toBuilder().setNextPageToken(token).build())),
        links);
  }

  /** A service that archives nothing calls the question an invalid argument. */
  WorkflowPage listArchived(NamespaceName namespace, String query, PageRequest page, Links links) {
    ListArchivedWorkflowExecutionsRequest.Builder request =
        VisibilityMapper.toListArchived(namespace, query, page.size()).toBuilder();
    try {
      return VisibilityMapper.toArchivedPage(
          namespace,
          ListCalls.page(
              page,
              token ->
                  call(
                      namespace,
                      WorkflowServiceBlockingStub::listArchivedWorkflowExecutions,
                      request.setNextPageToken(token).build())),
          links);
    } catch (GatewayException failed) {
      throw failed.detail().contains("not configured for visibility archival")
          ? new RefusedException(ProblemCode.NOT_SUPPORTED, failed.detail())
          : failed;
    }
  }

  WorkflowCount count(NamespaceName namespace, String query) {
    CountWorkflowExecutionsResponse response =
        call(
            namespace,
            WorkflowServiceBlockingStub::countWorkflowExecutions,
            VisibilityMapper.toCount(namespace, Permit.current().narrow(query)));
    return VisibilityMapper.toCount(response);
  }

  /** One page as Temporal answers it. */
  ListWorkflowExecutionsResponse find(
      NamespaceName namespace, ListWorkflowExecutionsRequest request) {
    return call(namespace, WorkflowServiceBlockingStub::listWorkflowExecutions, request);
  }

  private <Q, R> R call(
      NamespaceName namespace, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    return ListCalls.query(connections.namespace(namespace), rpc, request);
  }
}
