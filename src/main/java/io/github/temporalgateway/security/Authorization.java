package io.github.temporalgateway.security;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request through to its handler when its caller has the right that the handler declares,
 * and policies allow it. Whoever has no right at all in a Namespace is told what the caller of an
 * absent one is told.
 */
final class Authorization implements HandlerInterceptor {

  private final NamespaceName defaultNamespace;
  private final PolicyDecision policies;
  private final Map<Method, Optional<Rule>> rules = new ConcurrentHashMap<>();

  Authorization(NamespaceName defaultNamespace, PolicyDecision policies) {
    this.defaultNamespace = defaultNamespace;
    this.policies = policies;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // An answer that came later was allowed when it was asked for.
    if (request.getDispatcherType() == DispatcherType.ASYNC
        || !(handler instanceof HandlerMethod method)
        || request.getMethod().equals(HttpMethod.OPTIONS.name())) {
      return true;
    }
    Optional<Rule> rule = rules.computeIfAbsent(method.getMethod(), _ -> Rule.of(method));
    Access access = Access.of(request);
    if (rule.isEmpty() || access == null) {
      throw denied("Nobody may do this.");
    }
    Target target = Target.of(request, defaultNamespace);
    Decision decision = Decision.denied(rule.get(), target);
    decision.keep(request);
    require(access, rule.get(), target.namespace());
    policies.require(access, rule.get(), target).keep(request);
    decision.allow().keep(request);
    return true;
  }

  private static void require(Access access, Rule rule, String namespace) {
    if (rule.isGranted(access.permissions(), namespace)) {
      return;
    }
    if (rule.scope() == Scope.NAMESPACE && !access.permissions().know(namespace)) {
      throw new RefusedException(
          ProblemCode.NAMESPACE_NOT_FOUND, "This gateway serves no Namespace '" + namespace + "'.");
    }
    throw denied("This needs the permission " + rule.permission(namespace) + ".");
  }

  private static RefusedException denied(String detail) {
    return new RefusedException(ProblemCode.PERMISSION_DENIED, detail);
  }
}
