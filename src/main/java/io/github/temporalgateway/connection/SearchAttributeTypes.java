package io.github.temporalgateway.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.TemporalException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.api.workflowservice.v1.GetSearchAttributesRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The types of the Search Attributes that are registered in a Namespace. They are read once and
 * again when a name is missing, at most every five seconds. Only the operator service knows them by
 * the names that callers use; a service without it has the same names everywhere.
 */
@Component
public final class SearchAttributeTypes {

  private static final Duration SOONEST_REFRESH = Duration.ofSeconds(5);

  /** Namespaces whose types are kept: with {@code *} callers may name any. */
  private static final int MOST = 1_000;

  private final TemporalConnections connections;
  private final InstantSource clock;
  private final Cache<NamespaceName, Known> known = Caffeine.newBuilder().maximumSize(MOST).build();

  SearchAttributeTypes(TemporalConnections connections, InstantSource clock) {
    this.connections = connections;
    this.clock = clock;
  }

  /**
   * The registered types by name.
   *
   * @param wanted names that the caller is going to look up; Temporal is not asked for none
   */
  public Map<String, IndexedValueType> of(NamespaceName namespace, Set<String> wanted) {
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Known current = known.getIfPresent(namespace);
    if (current == null || (!current.hasAll(wanted) && current.isOld(clock.instant()))) {
      current = new Known(read(namespace), clock.instant());
      known.put(namespace, current);
    }
    return current.types();
  }

  /** Reads them again before the next use, because they have just been changed. */
  public void forget(NamespaceName namespace) {
    known.invalidate(namespace);
  }

  private Map<String, IndexedValueType> read(NamespaceName namespace) {
    NamespaceConnection connection = connections.namespace(namespace);
    try {
      return connection
          .callOperator(
              OperatorServiceBlockingStub::listSearchAttributes,
              ListSearchAttributesRequest.newBuilder().setNamespace(namespace.value()).build(),
              ProblemCode.NAMESPACE_NOT_FOUND)
          .getCustomAttributesMap();
    } catch (TemporalException refused) {
      if (refused.code() != ProblemCode.NOT_SUPPORTED) {
        throw refused;
      }
      return connection
          .call(
              WorkflowServiceBlockingStub::getSearchAttributes,
              GetSearchAttributesRequest.getDefaultInstance(),
              ProblemCode.NAMESPACE_NOT_FOUND)
          .getKeysMap();
    }
  }

  private record Known(Map<String, IndexedValueType> types, Instant since) {

    boolean hasAll(Set<String> names) {
      return types.keySet().containsAll(names);
    }

    boolean isOld(Instant now) {
      return since.plus(SOONEST_REFRESH).isBefore(now);
    }
  }
}
