package io.github.temporalgateway.connection;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/**
 * The one way to Temporal. It is built once, from the client that the Temporal starter makes of
 * {@code application.yml}, and lives as long as the process.
 */
@Component
public final class TemporalConnections {

  private final WorkflowServiceStubs stubs;
  private final NamespaceName defaultNamespace;
  private final NamespaceProperties namespaces;
  private final Reconnection reconnection;
  private final CallPolicy policy;
  private final ConcurrentMap<String, NamespaceConnection> connections = new ConcurrentHashMap<>();

  TemporalConnections(
      WorkflowServiceStubs stubs,
      NamespaceName defaultNamespace,
      TemporalProperties properties,
      NamespaceProperties namespaces) {
    this.stubs = stubs;
    this.defaultNamespace = defaultNamespace;
    this.namespaces = namespaces;
    this.reconnection = new Reconnection(stubs);
    this.policy = CallPolicy.of(properties);
  }

  /** The Namespace that is meant when a path names none. */
  public NamespaceName defaultNamespace() {
    return defaultNamespace;
  }

  /**
   * The connection for one Namespace.
   *
   * @throws RefusedException 404 {@code namespace-not-found} when the gateway does not serve it
   */
  public NamespaceConnection namespace(NamespaceName name) {
    NamespaceConnection known = connections.get(name.value());
    if (known != null) {
      return known;
    }
    if (!name.equals(defaultNamespace) && !namespaces.admits(name.value())) {
      throw new RefusedException(
          ProblemCode.NAMESPACE_NOT_FOUND, "This gateway serves no Namespace '" + name + "'.");
    }
    NamespaceConnection connection = new NamespaceConnection(name, stubs, reconnection, policy);
    return namespaces.allow().contains("*") && !name.equals(defaultNamespace)
        ? connection
        : connections.computeIfAbsent(name.value(), _ -> connection);
  }

  /** Where the service is, as configured. */
  String target() {
    return stubs.getOptions().getTarget();
  }
}
