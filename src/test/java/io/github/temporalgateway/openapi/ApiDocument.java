package io.github.temporalgateway.openapi;

import io.github.temporalgateway.testing.GatewayClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    String verb() {
      return method.toUpperCase(Locale.ROOT);
    }

    boolean documents(int status) {
      return node.get("responses").has(Integer.toString(status));
    }

    boolean hasBody() {
      return node.has("requestBody");
    }

    boolean inNamespace() {
      return path.startsWith("/namespaces/{namespace}/");
    }

    boolean ofExecution() {
      return path.contains("{workflowId}");
    }

    boolean asksTemporal() {
      return documents(502);
    }

    /** The permission that its caller needs; empty when none is needed. */
    String permission() {
      return node.path("x-permission").asString("");
    }

    /** Whether a good answer has a body. */
    boolean answersWithBody() {
      return node.get("responses").properties().stream()
          .filter(response -> response.getKey().startsWith("2"))
          .anyMatch(response -> response.getValue().has("content"));
    }

    /** The first example of the body. */
    String example() {
      return node.at("/requestBody/content/application~1json/examples")
          .valueStream()
          .findFirst()
          .map(example -> example.get("value").toString())
          .orElse("{}");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
