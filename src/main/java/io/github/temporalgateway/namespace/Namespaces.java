package io.github.temporalgateway.namespace;

import static io.github.temporalgateway.problem.ProblemCode.NAMESPACE_NOT_FOUND;

import io.github.temporalgateway.connection.ListCalls;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.ListNamespacesRequest;
import io.temporal.api.workflowservice.v1.ListNamespacesResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Looks at the Namespaces that the gateway serves. */
@Service
class Namespaces {

  private final TemporalConnections connections;

  Namespaces(TemporalConnections connections) {
    this.connections = connections;
  }

  NamespaceDescription describe(NamespaceName namespace, Links links) {
    return NamespaceMapper.toDescription(
        connections
            .namespace(namespace)
            .call(
                WorkflowServiceBlockingStub::describeNamespace,
                DescribeNamespaceRequest.newBuilder().setNamespace(namespace.value()).build(),
                NAMESPACE_NOT_FOUND),
        links);
  }

  /**
   * Those that settings name are asked for one by one: a credential may often do that, and seldom
   * list all that the service has.
   */
  NamespacePage list(NamespaceName byDefault, PageRequest page, Links links) {
    if (connections.admitsAll()) {
      return listAll(byDefault, page, links);
    }
    if (!page.token().isEmpty()) {
      throw PageRequest.badToken();
    }
    return new NamespacePage(described(connections.named(), links), null);
  }

  private NamespacePage listAll(NamespaceName byDefault, PageRequest page, Links links) {
    ListNamespacesRequest.Builder request =
        ListNamespacesRequest.newBuilder().setPageSize(page.size());
    ListNamespacesResponse response =
        ListCalls.page(
            page,
            token ->
                connections
                    .namespace(byDefault)
                    .call(
                        WorkflowServiceBlockingStub::listNamespaces,
                        request.setNextPageToken(token).build(),
                        NAMESPACE_NOT_FOUND));
    List<NamespaceName> elsewhere =
        page.token().isEmpty()
            ? connections.named().stream().filter(connections::isElsewhere).toList()
            : List.of();
    return new NamespacePage(
        Stream.concat(
                response.getNamespacesList().stream()
                    .filter(found ->
                        !connections.isElsewhere(
                            new NamespaceName(found.getNamespaceInfo().getName())))
                    .map(found -> NamespaceMapper.toDescription(found, links)),
                described(elsewhere, links).stream())
            .toList(),
        response.getNextPageToken().isEmpty()
            ? null
            : PageRequest.tokenOf(response.getNextPageToken().toByteArray()));
  }

  private List<NamespaceDescription> described(List<NamespaceName> names, Links links) {
    return names.stream().flatMap(name -> find(name, links).stream()).toList();
  }

  /** A setting may name a Namespace that does not exist yet. */
  private Optional<NamespaceDescription> find(NamespaceName name, Links links) {
    try {
      return Optional.of(describe(name, links));
    } catch (GatewayException failed) {
      if (failed.code() == NAMESPACE_NOT_FOUND) {
        return Optional.empty();
      }
      throw failed;
    }
  }
}
