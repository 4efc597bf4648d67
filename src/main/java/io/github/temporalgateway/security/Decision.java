package io.github.temporalgateway.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What was decided about a request.
 *
 * @param operation what was to be done, by operationId
 * @param changes whether that changes something
 * @param namespace where
 * @param names what is named in the path besides
 * @param allowed whether the handler was called; it may still have refused what only it can judge,
 *     and taken this back where that is a matter of policies
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

  /**
   * Takes back that the request of this thread was allowed: its handler has found that policies do
   * not allow it, and answers as if something were absent.
   */
  public static void takeBack() {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present) {
      Decision decision = of(present.getRequest());
      if (decision != null) {
        new Decision(
                decision.operation, decision.changes, decision.namespace, decision.names, false)
            .keep(present.getRequest());
      }
    }
  }

  void keep(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** What was decided about a request; null when it never came so far. */
  public static @Nullable Decision of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Decision decision ? decision : null;
  }
}
