package io.github.temporalgateway.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a request.
 *
 * @param operation what was to be done, by operationId
 * @param changes whether that changes something
 * @param namespace where
 * @param names what is named in the path besides
 * @param allowed whether the handler was called; it may still have refused what only it can judge
 */
public record Decision(
    String operation,
    boolean changes,
    String namespace,
    Map<String, String> names,
    boolean allowed) {

  private static final String ATTRIBUTE = Decision.class.getName();

  static Decision denied(Rule rule, Target target) {
    return new Decision(
        rule.operation(),
        rule.right() != Right.READ && rule.scope() != Scope.CALLER,
        target.namespace(),
        target.names(),
        false);
  }

  Decision allow() {
    return new Decision(operation, changes, namespace, names, true);
  }

  void keep(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** What was decided about a request; null when it never came so far. */
  public static @Nullable Decision of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Decision decision ? decision : null;
  }
}
