package io.github.temporalgateway.connection;

import io.github.temporalgateway.connection.service.TemporalService;
import io.github.temporalgateway.connection.service.TemporalServices;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.ServedNamespaces;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/**
 * The one way to Temporal: what serves a Namespace, under the rules that all calls follow. It is
 * built once and lives as long as the process.
 */
@Component
public final class TemporalConnections implements ServedNamespaces {

  /** What metrics call all Namespaces that only {@code *} admits. */
  public static final String UNCONFIGURED = "other";

  private final TemporalServices services;
  private final NamespaceName defaultNamespace;
  private final NamespaceProperties namespaces;
  private final CallPolicy policy;
  private final ConcurrentMap<String, NamespaceConnection> connections = new ConcurrentHashMap<>();

  TemporalConnections(
      TemporalServices services,
      NamespaceName defaultNamespace,
      TemporalProperties properties,
      NamespaceProperties namespaces) {
    this.services = services;
    this.defaultNamespace = defaultNamespace;
    this.namespaces = namespaces;
    this.policy = CallPolicy.of(properties);
  }

  /** The Namespace that is meant when a path names none. */
  public NamespaceName defaultNamespace() {
    return defaultNamespace;
  }

  /** The Namespaces that settings name, over all connections. */
  @Override
  public List<NamespaceName> named() {
    return services.namespaces().stream().map(NamespaceName::new).toList();
  }

  /** Whether the default connection serves every Namespace that its service has. */
  @Override
  public boolean admitsAll() {
    return namespaces.allow().contains("*");
  }

  /** Whether a connection other than the default one serves a Namespace. */
  public boolean isElsewhere(NamespaceName name) {
    return services
        .serving(name.value())
        .filter(service -> service != services.byDefault())
        .isPresent();
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
    Optional<TemporalService> configured = services.serving(name.value());
    if (configured.isPresent()) {
      return connections.computeIfAbsent(
          name.value(), _ -> new NamespaceConnection(name, configured.get(), policy, name.value()));
    }
    if (!namespaces.admits(name.value())) {
      throw new RefusedException(
          ProblemCode.NAMESPACE_NOT_FOUND, "This gateway serves no Namespace '" + name + "'.");
    }
    // Callers invent such names, so nothing is kept for them.
    return new NamespaceConnection(name, services.byDefault(), policy, UNCONFIGURED);
  }
}
