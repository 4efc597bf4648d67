package io.github.temporalgateway.namespace;

import static io.github.temporalgateway.problem.ProblemCode.NAMESPACE_NOT_FOUND;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.UpdateNamespaceRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import org.springframework.stereotype.Service;

/** Registers and updates Namespaces, where the operator of the gateway admits that. */
@Service
class NamespaceAdministration {

  private final TemporalConnections connections;
  private final NamespaceAdminProperties properties;

  NamespaceAdministration(TemporalConnections connections, NamespaceAdminProperties properties) {
    this.connections = connections;
    this.properties = properties;
  }

  void register(CreateNamespaceRequest body) {
    admit();
    NamespaceName name = new NamespaceName(Identifiers.check("/namespace", body.namespace()));
    var _ =
        connections
            .namespace(name)
            .call(
                WorkflowServiceBlockingStub::registerNamespace,
                NamespaceAdminMapper.toRegister(body),
                NAMESPACE_NOT_FOUND);
  }

  NamespaceDescription update(NamespaceName namespace, UpdateNamespaceBody body, Links links) {
    NamespaceConnection connection = connections.namespace(namespace);
    admit();
    UpdateNamespaceRequest request = NamespaceAdminMapper.toUpdate(namespace, body);
    if (!request.hasUpdateInfo()
        && !request.hasConfig()
        && !request.hasReplicationConfig()
        && !request.getPromoteNamespace()) {
      throw RefusedException.invalid(Violation.at("", "Name at least one thing to change."));
    }
    return NamespaceMapper.toDescription(
        connection.call(WorkflowServiceBlockingStub::updateNamespace, request, NAMESPACE_NOT_FOUND),
        links);
  }

  private void admit() {
    if (!properties.admin()) {
      throw new RefusedException(
          ProblemCode.PERMISSION_DENIED,
          "This gateway does not register or update Namespaces; an operator admits it with"
              + " gateway.namespaces.admin=true.");
    }
  }
}
