package io.github.temporalgateway.openapi;

import io.github.temporalgateway.testing.GatewayClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The document that a gateway serves, as JSON. */
record ApiDocument(JsonNode root) {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

  static ApiDocument of(GatewayClient gateway) {
    return new ApiDocument(gateway.get("/v3/api-docs").is(200).json());
  }

  /** Each operation once, by method and path. */
  List<Op> operations() {
    List<Op> all = new ArrayList<>();
    root.get("paths")
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(operation ->
                    all.add(new Op(operation.getKey(), path.getKey(), operation.getValue()))));
    return all;
  }

  /** The definitions of one kind, such as {@code schemas}. */
  Set<Map.Entry<String, JsonNode>> components(String kind) {
    return root.at("/components/" + kind).properties();
  }

  /** What a node is, or what it refers to. */
  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? resolve(root.at(node.get("$ref").asString().substring(1))) : node;
  }

  /** Every node of the document. */
  Stream<JsonNode> nodes() {
    return nodes(root);
  }

  private static Stream<JsonNode> nodes(JsonNode node) {
    return Stream.concat(Stream.of(node), node.valueStream().flatMap(ApiDocument::nodes));
  }

  /** One operation. */
  record Op(String method, String path, JsonNode node) {

    String id() {
      return node.path("operationId").asString("");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
