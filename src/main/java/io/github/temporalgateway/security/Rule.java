package io.github.temporalgateway.security;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * What {@link Allow} says of a handler.
 *
 * @param operation its name in policies
 */
record Rule(String operation, Right right, Scope scope, boolean asksPolicies) {

  static Optional<Rule> of(HandlerMethod handler) {
    Allow allow = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allow.class);
    if (allow == null) {
      return Optional.empty();
    }
    Operation documented =
        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Operation.class);
    String operation = documented == null ? allow.operation() : documented.operationId();
    return Optional.of(new Rule(operation, allow.value(), allow.in(), allow.asksPolicies()));
  }

  /** The permission that a caller needs, in the words of a claim; empty when it needs none. */
  String permission(String namespace) {
    return switch (scope) {
      case NAMESPACE -> namespace + ":" + right.word();
      case SERVICE -> Permissions.SYSTEM + ":" + right.word();
      case CALLER -> "";
    };
  }

  /** Whether permissions are enough for it in a Namespace. */
  boolean isGranted(Permissions permissions, String namespace) {
    return switch (scope) {
      case NAMESPACE -> permissions.include(right, namespace);
      case SERVICE -> permissions.includeEverywhere(right);
      case CALLER -> true;
    };
  }
}
