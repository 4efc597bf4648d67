package io.github.temporalgateway.namespace.attribute;

import static io.github.temporalgateway.problem.ProblemCode.NAMESPACE_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.SEARCH_ATTRIBUTE_NOT_FOUND;

import io.github.temporalgateway.connection.SearchAttributeTypes;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.api.operatorservice.v1.RemoveSearchAttributesRequest;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/** Lists, adds and removes Search Attributes. */
@Service
class SearchAttributeAdministration {

  private final TemporalConnections connections;
  private final SearchAttributeTypes types;

  SearchAttributeAdministration(TemporalConnections connections, SearchAttributeTypes types) {
    this.connections = connections;
    this.types = types;
  }

  SearchAttributeList list(NamespaceName namespace) {
    return SearchAttributeListMapper.toList(
        call(
            namespace,
            OperatorServiceBlockingStub::listSearchAttributes,
            ListSearchAttributesRequest.newBuilder().setNamespace(namespace.value()).build()));
  }

  /** Temporal takes a name that exists for done, whatever its type. */
  void add(NamespaceName namespace, AddSearchAttributesBody body) {
    Map<String, IndexedValueType> wanted =
        SearchAttributeListMapper.toTypes(body.searchAttributes());
    wanted.keySet().forEach(name -> Identifiers.check("/searchAttributes", name));
    Map<String, String> present = list(namespace).custom();
    body.searchAttributes()
        .forEach((name, type) -> {
          String other = present.getOrDefault(name, type);
          if (!other.equals(type)) {
            throw new RefusedException(
                ProblemCode.CONFLICT,
                "The Search Attribute '%s' exists with the type %s.".formatted(name, other));
          }
        });
    var _ =
        call(
            namespace,
            OperatorServiceBlockingStub::addSearchAttributes,
            AddSearchAttributesRequest.newBuilder()
                .setNamespace(namespace.value())
                .putAllSearchAttributes(wanted)
                .build());
    types.forget(namespace);
  }

  /** Temporal takes a name that does not exist for done. */
  void remove(NamespaceName namespace, String name) {
    SearchAttributeList present = list(namespace);
    if (!present.custom().containsKey(name) && !present.system().containsKey(name)) {
      throw new RefusedException(
          SEARCH_ATTRIBUTE_NOT_FOUND,
          "The Namespace '%s' has no Search Attribute '%s'.".formatted(namespace, name));
    }
    var _ =
        call(
            namespace,
            OperatorServiceBlockingStub::removeSearchAttributes,
            RemoveSearchAttributesRequest.newBuilder()
                .setNamespace(namespace.value())
                .addSearchAttributes(name)
                .build());
    types.forget(namespace);
  }

  private <Q, R> R call(
      NamespaceName namespace, BiFunction<OperatorServiceBlockingStub, Q, R> rpc, Q request) {
    return connections.namespace(namespace).callOperator(rpc, request, NAMESPACE_NOT_FOUND);
  }
}
