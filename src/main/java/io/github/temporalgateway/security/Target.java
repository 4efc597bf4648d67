package io.github.temporalgateway.security;

import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PathId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.web.servlet.HandlerMapping;

/** What the path of a request is about. */
record Target(HttpServletRequest request, Map<?, ?> variables, String namespace) {

  static Target of(HttpServletRequest request, NamespaceName defaultNamespace) {
    Map<?, ?> variables =
        request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> found
            ? found
            : Map.of();
    return new Target(
        request, variables, variable(variables, "namespace").orElseGet(defaultNamespace::value));
  }

  /** All that is named besides the Namespace. */
  Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    for (Object variable : variables.keySet()) {
      String name = String.valueOf(variable);
      if (!name.equals("namespace")) {
        variable(variables, name).ifPresent(value -> names.put(name, value));
      }
    }
    return names;
  }

  /** Name of the message that is sent. */
  Optional<String> name() {
    return variable(variables, "name");
  }

  /** The Task Queue that something is done to. */
  Optional<String> queue() {
    return variable(variables, "queue");
  }

  /** The execution that something is done to. */
  Optional<ExecutionRef> execution() {
    return variable(variables, "workflowId")
        .map(id ->
            new ExecutionRef(new NamespaceName(namespace), id, request.getParameter("runId")));
  }

  private static Optional<String> variable(Map<?, ?> variables, String name) {
    return Optional.ofNullable(variables.get(name))
        .map(segment -> PathId.decode(name, String.valueOf(segment)));
  }
}
