package io.github.temporalgateway.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.links.Link;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The second form of each operation about the things of a Namespace, with the Namespace in its
 * path: it is the same but for its operationId.
 */
final class NamespaceTwins {

  private static final String PREFIX = "/namespaces/{namespace}";
  private static final String SUFFIX = "InNamespace";

  private NamespaceTwins() {}

  /** Leaves only the forms at the root, for a document that is short to read. */
  static void remove(OpenAPI document) {
    Paths paths = document.getPaths();
    paths.keySet().removeIf(path -> isTwin(path, paths));
  }

  /** Gives both forms their own operationId. */
  static void name(OpenAPI document) {
    Paths paths = document.getPaths();
    paths.forEach((path, item) -> {
      for (Operation operation : item.readOperations()) {
        String id = operation.getOperationId().replaceFirst("_\\d+$", "");
        operation.setOperationId(isTwin(path, paths) ? id + SUFFIX : id);
      }
    });
  }

  static boolean isTwin(String path, Map<String, PathItem> paths) {
    return path.startsWith(PREFIX + "/") && paths.containsKey(path.substring(PREFIX.length()));
  }

  /** The operationId that the handler declares. */
  static String declaredId(Operation operation) {
    return operation.getOperationId().replaceFirst(SUFFIX + "$", "");
  }

  /** Makes links lead to operations of the same form. */
  static void link(OpenAPI document) {
    Paths paths = document.getPaths();
    paths.forEach((path, item) -> {
      if (isTwin(path, paths)) {
        item.readOperations().stream()
            .flatMap(operation -> links(operation).stream())
            .forEach(NamespaceTwins::stayInside);
      }
    });
  }

  private static List<Link> links(Operation operation) {
    return operation.getResponses().values().stream()
        .map(ApiResponse::getLinks)
        .filter(Objects::nonNull)
        .flatMap(links -> links.values().stream())
        .toList();
  }

  private static void stayInside(Link link) {
    link.operationId(link.getOperationId() + SUFFIX)
        .addParameter(SharedParameters.NAMESPACE, "$request.path.namespace");
  }
}
